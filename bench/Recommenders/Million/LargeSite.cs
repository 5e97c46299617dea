using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Recommenders.Million;

/// <summary>The embedded recommender as the engine composes it, with a catalogue, before the first interaction.</summary>
internal static class LargeSite
{
    private const int Categories = 200, Tags = 500;

    public static ServiceProvider Open(Crowd crowd, int items)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IInteractionStore>(crowd)
            .AddSingleton<IModelStore, NoModels>()
            .AddSingleton(InteractionWeights.Default)
            .AddSingleton(TimeProvider.System)
            .AddEmbeddedRecommender(new RecommenderSettings(), TimeSpan.FromDays(365))
            .BuildServiceProvider();
        var feed = services.GetRequiredService<IRecommenderFeed>();
        for (var item = 0; item < items; item++) feed.Apply(new ItemChange(Crowd.ItemId(item), Describe(item), Crowd.End));
        return services;
    }

    private static ItemRecord Describe(int item) => new(
        Crowd.ItemId(item),
        $"Title of item {item}",
        $"What can be said of item {item} in the words of category {item % Categories}",
        null,
        null,
        [$"category {item % Categories}", $"category {item * 7 % Categories}"],
        [$"tag {item % Tags}", $"tag {item * 13 % Tags}"],
        AttributeMap.Empty,
        false,
        Crowd.End.AddHours(-item),
        null,
        Crowd.End);
}
