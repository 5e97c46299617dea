using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>Forgets, second by second, whom another process on the same store erases; what this one erases it forgets at once.</summary>
public sealed partial class FollowErasures(IErasures erasures, ProcessMemory memory, JustErased justErased, TimeProvider time, ILogger<FollowErasures> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, DateTimeOffset> _followed = new(StringComparer.Ordinal);
    private bool _isFailing;

    public async Task RunAsync(CancellationToken stopping)
    {
        var wasChecked = false;
        using var timer = new PeriodicTimer(Every, time);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stopping);
                if (!wasChecked && await erasures.CountForeignAsync(stopping) is > 0 and var foreign) Log.Foreign(logger, foreign);
                wasChecked = true;
                await LookAsync(stopping);
                _isFailing = false;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                if (!_isFailing) Log.Failed(logger, exception);
                _isFailing = true;
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        var since = time.GetUtcNow() - JustErased.For;
        foreach (var old in _followed.Where(one => one.Value < since).Select(one => one.Key).ToList()) _followed.Remove(old);
        foreach (var open in await erasures.BegunAsync(since, stopping))
        {
            if (open.Ids is not { } people || !_followed.TryAdd(open.Erasure.ErasureId, open.Erasure.BegunAt)) continue;
            if (open.Erasure.Because == Erasure.Request) justErased.Add(people.Ids);
            await memory.ForgetAsync(people.Ids, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(522, LogLevel.Error, "{Count} ids of erased people were hashed with another key, and are no longer recognised. Set PRIVACY_KEY to the one of then.")]
        public static partial void Foreign(ILogger logger, long count);

        [LoggerMessage(523, LogLevel.Warning, "Erasures of other processes cannot be followed; it is tried again each second.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
