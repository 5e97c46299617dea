using PersonalizationEngine.Core.Profiles;
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

        Count(plan.Activities.Select(record => (record.PersonId, record.Activity)), now);
    }

    /// <summary>Somebody was taken apart: what was counted of both goes where nobody asks for it, and each has their own again. Returns at once.</summary>
    public void CountAnew(string personId, IReadOnlyList<(string PersonId, Activity Activity)> acts)
    {
        var now = time.GetUtcNow();
        counters.Merge(personId, $"\u0001apart:{personId}", now);
        Count(acts, now);
    }

    private void Count(IEnumerable<(string PersonId, Activity Activity)> activities, DateTimeOffset now)
    {
        var acts = new List<LiveAct>();
        foreach (var (personId, activity) in activities)
        {
            if (LiveWindow.BucketOf(activity.At, now) is not { } bucket || erased?.Contains(personId) is true) continue;
            foreach (var factor in LiveFactorNames.Of(activity, rules.Signals)) acts.Add(new LiveAct(personId, factor, bucket));
        }

        if (acts.Count > 0) counters.Add(acts);
    }

    /// <returns>Null when it cannot be told now.</returns>
    public Task<LiveCounts?> OfAsync(string personId, CancellationToken cancellationToken) =>
        counters.ReadAsync(personId, time.GetUtcNow(), cancellationToken);
}
