using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Background;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Functions.Dashboard.Operations;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What people do with a running engine by hand: run a timer, train, hide an item.</summary>
internal static class OperationServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<BackgroundWork>()
        .AddSingleton<RecentStoreFigures>()
        .AddSingleton<WatchClickThrough>()
        .AddSingleton<HideItem>()
        .AddSingleton<ExploreRecommendations>()
        .AddSingleton<ChangeOrchestrations>()
        .AddSingleton(provider => new RunTimers(
            provider.GetRequiredService<BackgroundWork>(), provider.GetRequiredService<TimerRuns>(), provider.GetRequiredService<SharedJobs>(),
            provider.GetRequiredService<AuditedWork>(), new TimerWork(provider), provider.GetRequiredService<IHostApplicationLifetime>()));
}
