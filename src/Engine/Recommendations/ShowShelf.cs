using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// Lists that need no person: what goes with an item or a session, what is trending, what is popular. They come from the
/// recommender in this process, whoever recommends to people.
/// </summary>
public sealed class ShowShelf(
    PersonSnapshots snapshots, IEmbeddedRecommender recommender, ItemCatalogue catalogue, DecisionStamp stamp, TimeProvider time)
{
    /// <summary>Whether the item is in the catalogue or somebody has met it.</summary>
    public bool Knows(string itemId) => catalogue.Find(itemId) is not null || recommender.Knows(itemId);

    /// <param name="userId">Whose items are left out; null for nobody's.</param>
    /// <param name="asked">Person and instant are filled in.</param>
    public async Task<RecommendedItems> RunAsync(
        RecommendationShelf shelf, string? userId, RecommendationQuery asked, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (userId is null) return Show(shelf, null, null, asked with { PersonId = null, Instant = now }, false);
        var (snapshot, source) = await snapshots.GetAsync(userId, cancellationToken);
        var query = asked with { PersonId = snapshot.State.TasteOf(), Instant = now };
        return Show(shelf, userId, snapshot.State, query, source != SnapshotSource.Live);
    }

    private RecommendedItems Show(RecommendationShelf shelf, string? userId, PersonState? person, RecommendationQuery query, bool isDegraded)
    {
        var page = recommender.Ask(shelf, query);
        var id = stamp.IdOf(person?.Profile.PersonId ?? "", query.Instant, page);
        return new RecommendedItems(userId, person is { Known: true }, id, page, recommender.Name, isDegraded, query.Instant)
        {
            Permissions = person?.Permissions ?? Permissions.All,
        };
    }
}
