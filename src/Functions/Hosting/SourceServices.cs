using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Cdp;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Where behaviour and customers are read from, besides what webhooks bring.</summary>
internal static class SourceServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, EngineSettings settings, ConnectionSettings connections) => services
        .AddRybbitSource(settings.Rybbit, connections.ClickHouse)
        .AddCdp(connections.Cdp is { } cdp ? new CdpOptions(cdp, settings.Cdp) : null)
        .AddHostedService<MappingCheck>();

    private static IServiceCollection AddRybbitSource(this IServiceCollection services, RybbitSettings settings, ClickHouseUrl? url) =>
        services.AddSingleton<IWebBehaviourStore, NoWebBehaviour>();
}
