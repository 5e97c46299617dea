using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Training;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Embedded;

public static class EmbeddedRegistration
{
    /// <summary>The recommender in this process.</summary>
    public static IServiceCollection AddEmbeddedRecommender(
        this IServiceCollection services, RecommenderSettings settings, TimeSpan history) => services
        .AddSingleton(new EmbeddedRecommenderOptions(settings, history))
        .AddSingleton(_ => new Recommender(settings))
        .AddSingleton(new RecommenderTrainer(settings, Math.Max(1, Environment.ProcessorCount / 2)))
        .AddSingleton<Freshness>()
        .AddSingleton<ModelKeeper>()
        .AddSingleton<EmbeddedRecommender>()
        .AddSingleton<IRecommender>(provider => provider.GetRequiredService<EmbeddedRecommender>())
        .AddSingleton<IEmbeddedRecommender>(provider => provider.GetRequiredService<EmbeddedRecommender>())
        .AddSingleton<IRecommenderFeed>(provider => provider.GetRequiredService<EmbeddedRecommender>())
        .AddSingleton<IRecommenderTraining>(provider => provider.GetRequiredService<EmbeddedRecommender>())
        .AddSingleton<IRecommenderEvaluation>(provider => provider.GetRequiredService<EmbeddedRecommender>())
        .AddSingleton<IHealthProbe>(provider => provider.GetRequiredService<EmbeddedRecommender>());
}
