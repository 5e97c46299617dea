using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>
/// What rules do to a list of recommendations: filters first, then boosts, then pins. Whether an item is shown then no longer
/// depends on its place alone, so the chance it was chosen with says nothing any more and is dropped.
/// </summary>
public static class RecommendationShaping
{
    public const string PinnedSource = "pinned";

    public static IReadOnlyList<ItemCandidate> Shape(
        IReadOnlyList<ItemCandidate> candidates, RuleOutcome outcome, int limit, Func<string, ItemCandidate?> findItem)
    {
        if (outcome.Filters.Count + outcome.Boosts.Count + outcome.Pins.Count == 0) return First(candidates, limit);
        candidates = WithoutChoices(candidates);
        if (outcome.Filters.Count > 0) candidates = Filter(candidates, outcome);
        if (outcome.Boosts.Count > 0) candidates = Boost(candidates, outcome, limit + outcome.Pins.Count);
        return outcome.Pins.Count > 0 ? Pin(candidates, outcome.Pins, limit, findItem) : First(candidates, limit);
    }

    private static IReadOnlyList<ItemCandidate> First(IReadOnlyList<ItemCandidate> candidates, int limit) =>
        candidates.Count <= limit ? candidates : [.. candidates.Take(limit)];

    private static IReadOnlyList<ItemCandidate> WithoutChoices(IReadOnlyList<ItemCandidate> candidates)
    {
        foreach (var candidate in candidates)
            if (candidate.Choice is not null) return [.. candidates.Select(one => one.Choice is null ? one : one with { Choice = null })];
        return candidates;
    }

    private static List<ItemCandidate> Filter(IReadOnlyList<ItemCandidate> candidates, RuleOutcome outcome)
    {
        var kept = new List<ItemCandidate>(candidates.Count);
        foreach (var candidate in candidates)
            if (outcome.Filters.All(filter => filter(candidate.Item))) kept.Add(candidate);
        return kept;
    }

    /// <summary>Only the best <paramref name="count"/> are kept and made anew: boosts are asked of all, but most fall off the list.</summary>
    private static ItemCandidate[] Boost(IReadOnlyList<ItemCandidate> candidates, RuleOutcome outcome, int count)
    {
        var best = new (double Score, ItemCandidate Item)[Math.Min(count, candidates.Count)];
        var kept = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var score = Boosted(candidates[i], outcome);
            var place = kept;
            while (place > 0 && best[place - 1].Score < score) place--;
            if (place == best.Length) continue;

            kept = Math.Min(kept + 1, best.Length);
            Array.Copy(best, place, best, place + 1, kept - place - 1);
            best[place] = (score, candidates[i]);
        }

        return Array.ConvertAll(best, one => one.Item.Score == one.Score ? one.Item : one.Item with { Score = one.Score });
    }

    private static double Boosted(ItemCandidate candidate, RuleOutcome outcome)
    {
        var score = candidate.Score;
        for (var i = 0; i < outcome.Boosts.Count; i++)
            if (outcome.Boosts[i].Where(candidate.Item)) score *= outcome.Boosts[i].Factor;
        return score;
    }

    private static List<ItemCandidate> Pin(
        IReadOnlyList<ItemCandidate> candidates, IReadOnlyList<PinItem> pins, int limit, Func<string, ItemCandidate?> findItem)
    {
        var pinned = pins.OrderBy(pin => pin.Position)
            .Select(pin => (pin.Position, Item: findItem(pin.ItemId)))
            .Where(pin => pin.Item is not null)
            .ToList();
        var shaped = candidates.Where(candidate => !pinned.Exists(pin => pin.Item!.ItemId == candidate.ItemId)).Take(limit).ToList();
        foreach (var (position, item) in pinned) shaped.Insert(Math.Min(position - 1, shaped.Count), item!);
        return shaped.Count > limit ? shaped[..limit] : shaped;
    }
}
