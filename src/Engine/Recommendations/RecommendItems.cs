using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Recommends items to a person, page by page.</summary>
public sealed class RecommendItems(PersonSnapshots snapshots, RecommendToPeople recommender, DecisionStamp stamp, TimeProvider time)
{
    /// <param name="asked">Person and instant are filled in.</param>
    public async Task<RecommendedItems> RunAsync(string userId, RecommendationQuery asked, CancellationToken cancellationToken)
    {
        var (snapshot, source) = await snapshots.GetAsync(userId, cancellationToken);
        var now = time.GetUtcNow();
        var query = asked with
        {
            PersonId = snapshot.State.TasteOf(),
            Segment = snapshot.State.Score.Segment.Name(),
            Instant = now,
        };
        var page = await recommender.RunAsync(query, cancellationToken);
        return new RecommendedItems(
            userId, snapshot.State.Known, IdOf(snapshot.State, now, page), page, page.Recommender ?? recommender.Name,
            source != SnapshotSource.Live || page.IsStandIn, now)
        {
            Permissions = snapshot.State.Permissions,
        };
    }

    /// <summary>A list that goes by nobody's taste says nothing of what personal ones are worth.</summary>
    private string IdOf(PersonState person, DateTimeOffset now, RecommendationPage page) => person.TasteOf() is { } id
        ? stamp.IdOfPersonal(id, now, page)
        : stamp.IdOf(person.Profile.PersonId, now, page);
}
