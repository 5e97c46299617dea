using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Startup;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Fills what lives in memory while the first requests are already served.</summary>
internal sealed class WarmUpService(WarmUp warmUp, FirstDecision decision) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(
        () => Task.WhenAll(warmUp.RunAsync(stoppingToken), decision.RunAsync(stoppingToken)), stoppingToken);
}
