using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What rules do to a list of recommendations: filters first, then boosts, then pins.</summary>
public static class RecommendationShaping
{
    public const string PinnedSource = "pinned";

    public static IReadOnlyList<ItemCandidate> Shape(
        IReadOnlyList<ItemCandidate> candidates, RuleOutcome outcome, int limit, Func<string, ItemCandidate?> findItem)
    {
        if (outcome.Filters.Count > 0) candidates = Filter(candidates, outcome);
        if (outcome.Boosts.Count > 0) candidates = Boost(candidates, outcome, limit + outcome.Pins.Count);
        return outcome.Pins.Count > 0 ? Pin(candidates, outcome.Pins, limit, findItem) : First(candidates, limit);
    }

    private static IReadOnlyList<ItemCandidate> First(IReadOnlyList<ItemCandidate> candidates, int limit) =>
        candidates.Count <= limit ? candidates : [.. candidates.Take(limit)];

    private static List<ItemCandidate> Filter(IReadOnlyList<ItemCandidate> candidates, RuleOutcome outcome)
    {
        var kept = new List<ItemCandidate>(candidates.Count);
        foreach (var candidate in candidates)
            if (outcome.Filters.All(filter => filter(candidate.Item))) kept.Add(candidate);
        return kept;
    }

    /// <summary>Only the best <paramref name="count"/> are made anew: boosts are asked of all, but most fall off the list.</summary>
    private static ItemCandidate[] Boost(IReadOnlyList<ItemCandidate> candidates, RuleOutcome outcome, int count)
    {
        var order = new (double Score, int Place)[candidates.Count];
        for (var place = 0; place < order.Length; place++) order[place] = (Boosted(candidates[place], outcome), place);
        Array.Sort(order, static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Place.CompareTo(other.Place));

        var best = new ItemCandidate[Math.Min(count, order.Length)];
        for (var i = 0; i < best.Length; i++)
        {
            var candidate = candidates[order[i].Place];
            best[i] = candidate.Score == order[i].Score ? candidate : candidate with { Score = order[i].Score };
        }

        return best;
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
