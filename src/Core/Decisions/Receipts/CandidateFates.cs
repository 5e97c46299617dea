using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>Says of every candidate what the rules that held did to it.</summary>
public static class CandidateFates
{
    /// <param name="decision">With its explanation.</param>
    /// <param name="rules">It was made by.</param>
    public static IReadOnlyList<CandidateFate> Of(Decision decision, RuleSet rules)
    {
        var held = Held(decision, rules);
        var candidates = decision.Person.Candidates;
        var known = candidates.Select(item => item.ItemId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. candidates.Select((item, index) => Of(item, index + 1, decision, held)),
            .. decision.Recommendations.Where(item => !known.Contains(item.ItemId)).Select(item => Of(item, null, decision, held)),
        ];
    }

    private static CandidateFate Of(ItemCandidate item, int? place, Decision decision, List<CompiledRule> held)
    {
        var boosts = held.SelectMany(rule => rule.Boosts.Where(boost => boost.Where(item.Item)).Select(boost => (rule.Rule.Id, boost.Factor))).ToList();
        return new CandidateFate(
            item.ItemId, place, item.Score, item.Source, PlaceOf(item.ItemId, decision.Recommendations),
            place is null ? [] : [.. held.Where(rule => rule.Filters.Any(filter => !filter(item.Item))).Select(rule => rule.Rule.Id)],
            place is null ? [] : [.. boosts.Select(boost => boost.Id).Distinct()],
            place is null ? 1 : boosts.Aggregate(1d, (factor, boost) => factor * boost.Factor),
            [.. held.Where(rule => rule.Pins.Any(pin => pin.ItemId == item.ItemId)).Select(rule => rule.Rule.Id)]);
    }

    private static int? PlaceOf(string itemId, IReadOnlyList<ItemCandidate> served)
    {
        for (var i = 0; i < served.Count; i++)
            if (served[i].ItemId == itemId) return i + 1;
        return null;
    }

    /// <summary>Rules that were heard: a rule that lost its slots to others still filters and boosts.</summary>
    private static List<CompiledRule> Held(Decision decision, RuleSet rules)
    {
        var held = (decision.Explanation ?? []).Where(verdict => verdict.Result is "won" or "beaten" or "matched").Select(verdict => verdict.Rule.Id).ToHashSet();
        return [.. rules.Rules.Where(rule => held.Contains(rule.Rule.Id))];
    }
}
