using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>
/// Writes down what this process did: a row for each minute and one for each ten, brought up to date every ten seconds. A row
/// that the store does not take waits for the next time; after an hour without the store the oldest are let go.
/// </summary>
public sealed partial class KeepDecisionMinutes(
    MinuteCounts counts, IDecisionMinutes store, JobHolder process, TimeProvider time, ILogger<KeepDecisionMinutes> logger) : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const int MostWaiting = 66;

    private static readonly TimeSpan LastTry = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Dictionary<int, CountedSpan> _current = [];
    private readonly Dictionary<(int Minutes, DateTimeOffset At), CountedSpan> _waiting = [];
    private bool _isFailing;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await PauseAsync(stopping);
            await TryAsync(stopping.IsCancellationRequested);
        }
    }

    /// <summary>Brings the rows up to date now, for somebody who looks at them.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Take();
            if (_waiting.Count == 0) return;
            await store.SaveAsync([.. _waiting.Values], cancellationToken);
            _waiting.Clear();
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    /// <summary>What was counted since the last time belongs to where most of that time lies.</summary>
    private void Take()
    {
        var (taken, at) = (counts.Take(), time.GetUtcNow() - (Every / 2));
        if (taken.IsEmpty) return;
        foreach (var minutes in (ReadOnlySpan<int>)[CountedSpan.OneMinute, CountedSpan.TenMinutes])
        {
            var start = CountedSpan.StartOf(at, minutes);
            var before = _current.GetValueOrDefault(minutes) is { } same && same.StartsAt == start ? same.Counts : TakenCounts.None;
            var span = new CountedSpan(minutes, start, process.Name, before.Plus(taken));
            _current[minutes] = _waiting[(minutes, start)] = span;
        }

        while (_waiting.Count > MostWaiting) _waiting.Remove(_waiting.Keys.MinBy(key => key.At));
    }

    private async Task TryAsync(bool isLast)
    {
        using var limit = new CancellationTokenSource(LastTry, time);
        try
        {
            await WriteAsync(isLast ? limit.Token : CancellationToken.None);
            _isFailing = false;
        }
        catch (Exception exception)
        {
            if (!_isFailing) Log.NotWritten(logger, exception);
            _isFailing = true;
        }
    }

    /// <summary>Until the next whole ten seconds, so that a minute ends where a minute ends.</summary>
    private async Task PauseAsync(CancellationToken stopping)
    {
        var left = Every - TimeSpan.FromTicks(time.GetUtcNow().UtcTicks % Every.Ticks);
        await Task.Delay(left, time, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static partial class Log
    {
        [LoggerMessage(770, LogLevel.Warning, "What was decided in the last minutes could not be written down; it is tried again.")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
