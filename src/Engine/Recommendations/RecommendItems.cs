using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Recommends items to a person, page by page.</summary>
public sealed class RecommendItems(PersonSnapshots snapshots, IRecommender recommender, DecisionStamp stamp, TimeProvider time)
{
    public async Task<RecommendedItems> RunAsync(string userId, PageRequest request, CancellationToken cancellationToken)
    {
        var (snapshot, source) = await snapshots.GetAsync(userId, cancellationToken);
        var now = time.GetUtcNow();
        var query = new RecommendationQuery
        {
            PersonId = snapshot.State.Profile.PersonId,
            CurrentItemId = request.CurrentItemId,
            Limit = request.Limit,
            Offset = request.Offset,
            Categories = request.Categories,
            ExcludeIds = request.Exclude,
            Instant = now,
        };
        var page = await recommender.RecommendAsync(query, cancellationToken);
        var id = stamp.IdOf(query.PersonId!, now, page.Items.Select(item => new ServedItem(item.ItemId, item.Source.WireName())));
        return new RecommendedItems(userId, snapshot.State.Known, id, page, page.Recommender ?? recommender.Name, source != SnapshotSource.Live || page.IsStandIn, now);
    }
}
