using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>One list of items, whoever asks for which.</summary>
internal sealed class EmbeddedRecommenderInMemory(params RecommendedItem[] items) : IEmbeddedRecommender
{
    public List<(RecommendationShelf Shelf, RecommendationQuery Query)> Asked { get; } = [];

    public string Name => "embedded";

    public ValueTask<RecommendationPage> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Ask(RecommendationShelf.Personal, query));

    public RecommendationPage Ask(RecommendationShelf shelf, RecommendationQuery query)
    {
        Asked.Add((shelf, query));
        return new RecommendationPage(items, query.Offset, HasMore: false);
    }

    public RecommendationPage Complete(RecommendationQuery query, IReadOnlyList<string> proposedIds) => Ask(RecommendationShelf.Personal, query);

    public bool Knows(string itemId) => items.Any(item => item.ItemId == itemId);

    public IReadOnlyList<string> Showable(RecommendationQuery query, IEnumerable<string> itemIds) => [.. itemIds];

    public ItemStanding? StandingOf(string itemId) => null;
}
