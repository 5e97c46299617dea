using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Tests.Embedded;

/// <summary>A recommender as the engine registers it, seen through its ports.</summary>
internal sealed class Learner : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public Learner(IInteractionStore? store = null, RecommenderSettings? settings = null, IModelStore? models = null) => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(store ?? new StoredInteractions())
        .AddSingleton(models ?? new ModelsInMemory())
        .AddSingleton(InteractionWeights.Default)
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddEmbeddedRecommender(settings ?? new RecommenderSettings(), TimeSpan.FromDays(365))
        .BuildServiceProvider();

    public IRecommenderFeed Feed => _services.GetRequiredService<IRecommenderFeed>();

    public IRecommenderTraining Training => _services.GetRequiredService<IRecommenderTraining>();

    public IHealthProbe Health => _services.GetRequiredService<IHealthProbe>();

    public static Interaction View(string person, string item, DateTimeOffset? at = null) => new(person, item, "", 1, at ?? Now);

    public static ItemActivity Stored(string person, string item, DateTimeOffset? at = null, string type = "pageview") =>
        new(person, item, null, type, at ?? Now);

    public Task LoadAsync() => Training.LoadAsync(TestContext.Current.CancellationToken);

    public void Catalogue(string item, int minutes = 0, bool hidden = false) => Feed.Apply(new ItemChange(
        item,
        new ItemRecord(item, item, null, null, null, [], [], Core.Profiles.AttributeMap.Empty, hidden, null, null, Now.AddMinutes(minutes)),
        Now.AddMinutes(minutes)));

    public void Delete(string item, int minutes) => Feed.Apply(new ItemChange(item, null, Now.AddMinutes(minutes)));

    public async Task<IReadOnlyList<RecommendedItem>> ItemsForAsync(string? person = null) =>
        (await _services.GetRequiredService<IRecommender>().RecommendAsync(
            new RecommendationQuery { Instant = Now, PersonId = person, Limit = 100 }, TestContext.Current.CancellationToken)).Items;

    public async Task<IEnumerable<string>> IdsForAsync(string? person = null) => (await ItemsForAsync(person)).Select(item => item.ItemId).Order();

    /// <summary>How many interactions it took in, as it tells operators.</summary>
    public async Task<string?> LearntAsync() => await Health.CheckAsync(TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();
}
