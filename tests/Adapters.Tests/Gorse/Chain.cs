using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.Gorse;
using PersonalizationEngine.Adapters.Tests.Embedded;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>Gorse with the embedded recommender behind it, registered as the engine registers them.</summary>
internal sealed class Chain : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly HttpClient _http = new();

    /// <param name="key">Of Gorse.</param>
    public Chain(Uri address, string? key = null, Func<GorseOptions, GorseOptions>? adjust = null)
    {
        var options = new GorseOptions(address, key) { Budget = TimeSpan.FromSeconds(5) };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<OutsideSystems>()
            .AddSingleton<IInteractionStore>(new StoredInteractions())
            .AddSingleton<IModelStore>(new ModelsInMemory())
            .AddSingleton(InteractionWeights.Default)
            .AddSingleton(TimeProvider.System)
            .AddEmbeddedRecommender(new RecommenderSettings(), TimeSpan.FromDays(365))
            .AddGorse(adjust?.Invoke(options) ?? options)
            .BuildServiceProvider();
        _http.BaseAddress = address;
        if (key is not null) _http.DefaultRequestHeaders.Add("X-API-Key", key);
    }

    public Chain(GorseServer server, Func<GorseOptions, GorseOptions>? adjust = null)
        : this(server.Url, server.ApiKey, adjust)
    {
    }

    public static DateTimeOffset Now { get; } = DateTimeOffset.UtcNow;

    public IRecommender Recommender => _services.GetRequiredService<IRecommender>();

    public IGorse Gorse => _services.GetRequiredService<IGorse>();

    public IHealthProbe Health => _services.GetServices<IHealthProbe>().Single(probe => probe.Name == "gorse");

    public IRecommenderFeed Feed => _services.GetRequiredService<IRecommenderFeed>();

    public BreakerState Breaker => _services.GetRequiredService<OutsideSystems>().Find("gorse")!.State;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static ItemRecord Item(string id, params string[] categories) => new(
        id, $"Title of {id}", null, null, null, categories, [], AttributeMap.Empty, false, null, null, Now.AddDays(-1));

    /// <summary>Items in our own catalogue.</summary>
    public void Catalogue(params IEnumerable<ItemRecord> items)
    {
        foreach (var item in items) Feed.Apply(new ItemChange(item.ItemId, item, item.UpdatedAt));
    }

    public void View(string person, string item) => Feed.Observe([new Interaction(person, item, "", 1, Now.AddHours(-1))]);

    /// <summary>Items as Gorse knows them, the first one the latest.</summary>
    public async Task TellGorseAsync(params string[] items)
    {
        var rows = items.Select((item, place) => new JsonObject { ["ItemId"] = item, ["Timestamp"] = Now.AddMinutes(-place).ToString("O") });
        using var answer = await _http.PostAsJsonAsync("/api/items", new JsonArray([.. rows]), Ending);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<RecommendationPage> AskAsync(string? person = "ada", Func<RecommendationQuery, RecommendationQuery>? ask = null)
    {
        var query = new RecommendationQuery { PersonId = person, Instant = Now };
        return await Recommender.RecommendAsync(ask?.Invoke(query) ?? query, Ending);
    }

    public async Task<JsonNode> ReadGorseAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(path, Ending))!;

    public void Dispose()
    {
        _services.Dispose();
        _http.Dispose();
    }
}
