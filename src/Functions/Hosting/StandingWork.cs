using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Startup;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What every process does for itself for as long as it lives; timers of the host run in one process of many.</summary>
internal sealed class StandingWork(FollowStore follow, FollowErasures erasures, TrainRegularly train) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () => Task.WhenAll(follow.RunAsync(stoppingToken), erasures.RunAsync(stoppingToken), train.RunAsync(stoppingToken)), stoppingToken);
}
