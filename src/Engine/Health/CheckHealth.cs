using System.Diagnostics;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Health;

/// <summary>Asks everything the engine depends on, all at once, each with a budget of one second.</summary>
public sealed class CheckHealth(IEnumerable<IHealthProbe> probes, TimeProvider time)
{
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken) =>
        new(await Task.WhenAll(probes.Select(probe => CheckAsync(probe, cancellationToken))));

    private async Task<DependencyHealth> CheckAsync(IHealthProbe probe, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            // A store that works synchronously must not hold up the others.
            var check = Task.Run(() => probe.CheckAsync(cancellationToken), cancellationToken);
            var detail = await check.WaitAsync(Budget, time, cancellationToken);
            return new DependencyHealth(probe.Name, probe.IsVital, true, detail, Stopwatch.GetElapsedTime(started));
        }
        catch (TimeoutException)
        {
            return new DependencyHealth(probe.Name, probe.IsVital, false, "no answer within 1 s", Stopwatch.GetElapsedTime(started));
        }
        catch (UnhealthyException exception)
        {
            return new DependencyHealth(probe.Name, probe.IsVital, false, exception.Message, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The type says enough for a person on call; messages of drivers can hold addresses and user names.
            return new DependencyHealth(probe.Name, probe.IsVital, false, exception.GetType().Name, Stopwatch.GetElapsedTime(started));
        }
    }
}
