using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.ClickHouse.Rybbit;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.ClickHouse;

public static class ClickHouseRegistration
{
    /// <summary>
    /// Rybbit's ClickHouse as a source of behaviour and of interactions with items. It takes the
    /// <see cref="Engine.Scoring.ScoringRules"/>, <see cref="Engine.Ingestion.Items.ItemPatterns"/> and
    /// <see cref="Engine.Recommendations.InteractionWeights"/> of the services.
    /// </summary>
    public static IServiceCollection AddRybbit(this IServiceCollection services, ClickHouseOptions options) => services
        .AddSingleton(_ => new ClickHouseDatabase(options))
        .AddSingleton<RybbitProbe>()
        .AddSingleton<SaltedSites>()
        .AddSingleton<IWebAnalytics, RybbitAnalytics>()
        .AddSingleton<IWebInteractions, RybbitInteractions>()
        .AddSingleton<IHealthProbe, ClickHouseHealth>();
}
