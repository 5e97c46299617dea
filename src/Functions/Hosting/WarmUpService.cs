using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Startup;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Fills what lives in memory while the first requests are already served.</summary>
internal sealed class WarmUpService(WarmUp warmUp) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => warmUp.RunAsync(stoppingToken), stoppingToken);
}
