using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Adapters.Cdp;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Refuses to start on a mapping that does not fit the CDP's database; one that cannot be asked now is asked by each run.</summary>
internal sealed class MappingCheck(CdpStartupCheck check) : IHostedLifecycleService
{
    /// <exception cref="InvalidSettingsException">The mapping does not fit.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await check.RunAsync(cancellationToken) is { } faults) throw new InvalidSettingsException(faults);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
