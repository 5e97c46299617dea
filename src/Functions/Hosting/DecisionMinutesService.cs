using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Overview.Minutes;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Writes down what this process decides, minute by minute, and what is left when the process ends.</summary>
internal sealed class DecisionMinutesService(KeepDecisionMinutes minutes) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => minutes.RunAsync(stoppingToken), CancellationToken.None);
}
