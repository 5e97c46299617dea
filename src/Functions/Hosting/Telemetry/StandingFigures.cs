using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>What is told of the installation as a whole, and who looks.</summary>
internal static class StandingFigures
{
    public static IServiceCollection AddStandingFigures(
        this IServiceCollection services, TelemetryOptions options, IConfiguration configuration)
    {
        foreach (var timer in TimerCatalogue.Find(typeof(StandingFigures).Assembly, configuration)) services.AddSingleton(timer);
        return services
            .AddSingleton(options with { DurableFile = TelemetrySettings.DurableFileIn(configuration) })
            .AddSingleton<StandingRecords>()
            .AddSingleton<TimerRuns>()
            .AddSingleton<StandingGauges>()
            .AddSingleton(provider => new WatchedSyncs(
                provider.GetRequiredService<StandingRecords>(), provider.GetRequiredService<TimeProvider>(), SyncsOf(provider.GetRequiredService<ConnectionSettings>())))
            .AddSingleton<WatchSampleRatios>()
            .AddSingleton<LookAtInstallation>()
            .AddHostedService<LookingService>();
    }

    private static IEnumerable<string> SyncsOf(ConnectionSettings connections)
    {
        if (connections.ClickHouse is not null)
        {
            yield return WatchedSyncs.Behaviour;
            yield return WatchedSyncs.Interactions;
        }

        if (connections.Cdp is not null) yield return WatchedSyncs.Customers;
        if (connections.Gorse is not null) yield return WatchedSyncs.Gorse;
    }

    private sealed class LookingService(LookAtInstallation look) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => look.RunAsync(stoppingToken), stoppingToken);
    }
}
