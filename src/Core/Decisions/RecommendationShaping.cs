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
        if (outcome.Filters.Count == 0 && outcome.Boosts.Count == 0 && outcome.Pins.Count == 0) return First(candidates, limit);

        var kept = candidates.Where(candidate => outcome.Filters.All(filter => filter(candidate.Item)));
        if (outcome.Boosts.Count > 0)
            kept = kept.Select(candidate => Boost(candidate, outcome)).OrderByDescending(candidate => candidate.Score);
        return outcome.Pins.Count == 0 ? [.. kept.Take(limit)] : Pin(kept, outcome.Pins, limit, findItem);
    }

    private static IReadOnlyList<ItemCandidate> First(IReadOnlyList<ItemCandidate> candidates, int limit) =>
        candidates.Count <= limit ? candidates : [.. candidates.Take(limit)];

    private static ItemCandidate Boost(ItemCandidate candidate, RuleOutcome outcome)
    {
        var factor = 1d;
        foreach (var boost in outcome.Boosts)
            if (boost.Where(candidate.Item)) factor *= boost.Factor;
        return factor.Equals(1d) ? candidate : candidate with { Score = candidate.Score * factor };
    }

    private static List<ItemCandidate> Pin(
        IEnumerable<ItemCandidate> candidates, IReadOnlyList<PinItem> pins, int limit, Func<string, ItemCandidate?> findItem)
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
