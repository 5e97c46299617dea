using System.Diagnostics;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Health;

/// <summary>Asks everything the engine depends on, all at once, each with a budget of one second.</summary>
public sealed class CheckHealth(IEnumerable<IHealthProbe> probes, OutsideSystems systems, TimeProvider time)
{
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken) =>
        new(await Task.WhenAll(probes.Select(probe => CheckAsync(probe, cancellationToken))));

    private async Task<DependencyHealth> CheckAsync(IHealthProbe probe, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            // A store that works synchronously must not hold up the others, not even by taking the pool's threads from them.
            var check = Task.Factory.StartNew(
                () => probe.CheckAsync(cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            var detail = await check.WaitAsync(Budget, time, cancellationToken);
            return Report(isHealthy: true, detail);
        }
        catch (TimeoutException)
        {
            return Report(isHealthy: false, "no answer within 1 s");
        }
        catch (UnhealthyException exception)
        {
            return Report(isHealthy: false, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The type says enough for a person on call; messages of drivers can hold addresses and user names. Those of
            // data that does not fit are our own.
            return Report(isHealthy: false, exception is InvalidDataException ? exception.Message : exception.GetType().Name);
        }

        DependencyHealth Report(bool isHealthy, string? detail) => new(
            probe.Name, probe.IsVital, isHealthy, detail, Stopwatch.GetElapsedTime(started), systems.Find(probe.Name)?.State);
    }
}
