using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Dashboard.Rules;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Dashboard.Rules.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Functions.Dashboard.Access;
using PersonalizationEngine.Functions.Dashboard.Experiments;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What stands between people in front of a browser and the pages of the dashboard.</summary>
internal static class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, Credentials credentials) => services
        .AddSingleton<SaveRule>()
        .AddSingleton<EditRule>()
        .AddSingleton<ChangeRule>()
        .AddSingleton<EditSegment>()
        .AddSingleton<KeptResults>()
        .AddSingleton<ChangeExperiment>()
        .AddSingleton(provider => new DashboardSessions(credentials.Sessions, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new KeyHolders(provider.GetRequiredService<MasterKey>(), provider.GetRequiredService<EditorKeys>()))
        .AddSingleton(provider => new DashboardGate(
            provider.GetRequiredService<DashboardSessions>(), new DashboardWriter(provider.GetRequiredService<ILoggerFactory>()), provider.GetRequiredService<TimeProvider>()));
}
