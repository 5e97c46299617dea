using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Cdp;
using PersonalizationEngine.Adapters.ClickHouse;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Where behaviour and customers are read from, besides what webhooks bring.</summary>
internal static class SourceServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, EngineSettings settings, ConnectionSettings connections, EntraServices entra) => services
        .AddRybbitSource(settings.Rybbit, connections.ClickHouse)
        .AddCdp(connections.Cdp is { } cdp ? new CdpOptions(cdp.ConnectionString, settings.Cdp) { Tokens = entra.OfCdp } : null)
        .AddHostedService<MappingCheck>();

    private static IServiceCollection AddRybbitSource(this IServiceCollection services, RybbitSettings settings, ClickHouseUrl? url) => url is null
        ? services.AddSingleton<IWebBehaviourStore, NoWebBehaviour>()
        : services
            .AddSingleton(settings.Sync)
            .AddSingleton<SyncBehaviour>()
            .AddSingleton<SyncInteractions>()
            .AddRybbit(new ClickHouseOptions(url.Address, url.Database, url.User, url.Password)
            {
                Sites = settings.Sites,
                SkipDatacenters = settings.LeavesOutDatacenters,
                QueryTimeout = settings.QueryTimeout,
                MaxRows = settings.MaxRows,
                MaxMemory = settings.MaxMemory,
            });
}
