using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Identity.Undoing;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Identity;

/// <summary>Takes two people apart again: in the store, and in whatever holds them in memory.</summary>
public sealed class UndoMerge(
    IPersonMerges merges, IPersonInteractions interactions, IBehaviourSource behaviour, MeasureLead measure, ILeadScores scores,
    LiveActivity live, NewsOfPeople news, TimeProvider time)
{
    public async Task<UndoneMerge> RunAsync(long mergeId, string by, CancellationToken cancellationToken)
    {
        var undone = await merges.UndoAsync(mergeId, by, cancellationToken);
        if (undone is not { Merge: { } merge, Refusal: null }) return undone;
        string[] two = [merge.From, merge.To];
        await CountAnewAsync(merge, cancellationToken);
        news.SpreadApart(two, undone.Identities, await interactions.OfPeopleAsync(two, cancellationToken));
        await scores.SaveAsync(await measure.RunAsync(two, cancellationToken), cancellationToken);
        news.Spread(two);
        return undone;
    }

    /// <summary>The counts of the hour cannot be taken apart; what the store has of it can be counted again.</summary>
    private async Task CountAnewAsync(NotedMerge merge, CancellationToken cancellationToken)
    {
        var acts = new List<(string PersonId, Activity Activity)>();
        await foreach (var act in behaviour.ReadAsync([merge.From, merge.To], time.GetUtcNow().AddHours(-1), cancellationToken)) acts.Add(act);
        live.CountAnew(merge.To, acts);
    }
}
