using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Personalization.Live;

/// <summary>What people did within the hour, for rules that look at the moment.</summary>
public sealed class LiveActivity(ILiveCounters counters, ScoringRules rules, TimeProvider time, JustErased? erased = null)
{
    /// <summary>Of somebody who did nothing.</summary>
    public static Task<LiveCounts?> None { get; } = Task.FromResult<LiveCounts?>(new LiveCounts());

    /// <summary>Counts what a stored batch brought. Returns at once.</summary>
    public void Note(IngestionPlan plan)
    {
        var now = time.GetUtcNow();
        foreach (var merge in plan.Merges)
            if (erased?.Contains(merge.To) is not true) counters.Merge(merge.From, merge.To, now);

        var acts = new List<LiveAct>();
        foreach (var record in plan.Activities)
        {
            if (LiveWindow.BucketOf(record.Activity.At, now) is not { } bucket || erased?.Contains(record.PersonId) is true) continue;
            foreach (var factor in LiveFactorNames.Of(record.Activity, rules.Signals)) acts.Add(new LiveAct(record.PersonId, factor, bucket));
        }

        if (acts.Count > 0) counters.Add(acts);
    }

    /// <returns>Null when it cannot be told now.</returns>
    public Task<LiveCounts?> OfAsync(string personId, CancellationToken cancellationToken) =>
        counters.ReadAsync(personId, time.GetUtcNow(), cancellationToken);
}
