using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Overview;
using PersonalizationEngine.Engine.Overview.Alerts;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Overview.Segments;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Figures of the whole installation, and who writes down those of this process.</summary>
internal static class OverviewServices
{
    /// <remarks>Registered before what decisions leave behind: services end in turn, and what they lose at their end is counted, too.</remarks>
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddSingleton<MinuteCounts>()
        .AddSingleton<KeepDecisionMinutes>()
        .AddSingleton<KeepSegmentSizes>()
        .AddSingleton<ReadStanding>()
        .AddSingleton<ReadTrials>()
        .AddSingleton<AlertHistory>()
        .AddSingleton<ReadOverview>()
        .AddHostedService<DecisionMinutesService>();
}
