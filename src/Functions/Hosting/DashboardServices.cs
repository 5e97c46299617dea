using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Dashboard.Campaigns.Editing;
using PersonalizationEngine.Dashboard.Campaigns.Templates;
using PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Dashboard.Experiments.Editing;
using PersonalizationEngine.Dashboard.Leads;
using PersonalizationEngine.Dashboard.Rules;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Dashboard.Rules.Groups;
using PersonalizationEngine.Dashboard.Rules.Segments;
using PersonalizationEngine.Dashboard.Versions;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using PersonalizationEngine.Functions.Dashboard.Experiments;
using PersonalizationEngine.Functions.Dashboard.Operations.Endpoints;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What stands between people in front of a browser and the pages of the dashboard.</summary>
internal static class DashboardServices
{
    public static IServiceCollection AddDashboard(
        this IServiceCollection services, DashboardRules rules, Credentials credentials, IConfiguration configuration) => services
        .AddPersonalKeys()
        .AddSingleton<ILoadedSettings>(new LoadedSettings(configuration))
        .AddSingleton(new EntraAccounts(rules.Entra && IsGuarded(configuration)))
        .AddSingleton(provider => new FailedSignIns(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(typeof(RollBack<>))
        .AddSingleton<SaveRule>()
        .AddSingleton<EditRule>()
        .AddSingleton<ChangeRule>()
        .AddSingleton<EditSegment>()
        .AddSingleton<EditTemplate>()
        .AddSingleton<PreviewDraft>()
        .AddSingleton<ChangeTemplate>()
        .AddSingleton<KeptResults>()
        .AddSingleton<ChangeExperiment>()
        .AddSingleton<EditExperiment>()
        .AddSingleton<EditCampaign>()
        .AddSingleton<SharedLines>()
        .AddSingleton<EditGroup>()
        .AddSingleton<FindEndpoint>()
        .AddSingleton(provider => new DashboardSessions(credentials.Sessions, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new KeyHolders(provider.GetRequiredService<MasterKey>(), provider.GetRequiredService<AccessKeyring>()))
        .AddSingleton(provider => new SignedIn(
            provider.GetRequiredService<DashboardSessions>(), provider.GetRequiredService<KeyHolders>(), provider.GetRequiredService<EntraAccounts>(),
            provider.GetRequiredService<NoteSignIns>()))
        .AddSingleton(provider => new SignIns(
            provider.GetRequiredService<KeyHolders>(), provider.GetRequiredService<SignedIn>(), provider.GetRequiredService<FailedSignIns>(),
            provider.GetRequiredService<AccessRules>(), provider.GetRequiredService<ILogger<SignIns>>()))
        .AddSingleton<ReadLeadFacts>()
        .AddSingleton(provider => new DashboardGate(
            provider.GetRequiredService<SignedIn>(), provider.GetRequiredService<DashboardSessions>(), new DashboardWriter(provider.GetRequiredService<ILoggerFactory>()),
            provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddPersonalKeys(this IServiceCollection services) => services
        .AddSingleton<HoldingKeys>()
        .AddSingleton<AccessKeyring>()
        .AddSingleton<AccessKeyDesk>()
        .AddSingleton<NoteSignIns>();

    /// <summary>Azure says so where its own authentication stands before the app and takes away headers that somebody forged.</summary>
    private static bool IsGuarded(IConfiguration configuration) => bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var isOn) && isOn;
}
