using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Administration.Holdouts;

namespace PersonalizationEngine.Engine.Administration.Listing;

/// <summary>Results of rules against their holdouts, kept for some minutes, for counting them takes a while where a rule has reached many.</summary>
public sealed class KeptRuleResults(MeasureRule measure, TimeProvider time)
{
    private const int MostKept = 2_000;

    private static readonly TimeSpan Window = TimeSpan.FromDays(90), Freshness = TimeSpan.FromMinutes(5), Patience = TimeSpan.FromMilliseconds(80);

    private readonly ConcurrentDictionary<long, (DateTimeOffset At, RuleResults Results)> _kept = new();

    /// <summary>Those that are known, and as many of the others as can be counted while somebody waits for a page.</summary>
    public async Task<IReadOnlyDictionary<long, RuleResults>> OfAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var (now, started) = (time.GetUtcNow(), time.GetTimestamp());
        if (_kept.Count > MostKept) _kept.Clear();
        var results = new Dictionary<long, RuleResults>();
        foreach (var id in ids)
        {
            var isKnown = _kept.TryGetValue(id, out var kept);
            if ((!isKnown || now - kept.At > Freshness) && time.GetElapsedTime(started) < Patience
                && await measure.RunAsync(id, Window, null, cancellationToken) is { } counted)
            {
                _kept[id] = kept = (now, counted);
                isKnown = true;
            }

            if (isKnown) results[id] = kept.Results;
        }

        return results;
    }
}
