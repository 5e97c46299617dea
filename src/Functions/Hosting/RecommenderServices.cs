using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.Gorse;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Who recommends: Gorse where a connection is set, with ours behind it; ours alone otherwise.</summary>
internal static class RecommenderServices
{
    public static IServiceCollection AddRecommender(
        this IServiceCollection services, RecommendationSettings settings, ConnectionSettings connections)
    {
        services.AddEmbeddedRecommender(settings.Recommender, settings.History);
        return connections.Gorse is { } address ? services.AddGorse(new GorseOptions(address, connections.GorseApiKey)) : services;
    }
}
