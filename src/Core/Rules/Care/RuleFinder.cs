using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Care.Proving;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules.Care;

/// <summary>
/// Finds rules that cannot do what they are there for, and proves it from their conditions alone. What is not proved is not
/// told: no finding does not mean that all is well.
/// </summary>
public sealed class RuleFinder
{
    /// <summary>Rules above one that are tried together; with more of them only each alone.</summary>
    private const int MostTogether = 8;

    private readonly Refutation _refutation = new();
    private readonly List<ContentRule> _rules;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<ContentRule, IReadOnlyList<ProvenPart>?> _contradictions = new(ReferenceEqualityComparer.Instance);

    /// <param name="rules">With their holdouts; those that are off or over are left out.</param>
    public RuleFinder(IEnumerable<ContentRule> rules, DateTimeOffset now)
    {
        _now = now;
        _rules = [.. rules.Where(rule => rule.Active && !(now >= rule.EndsAt)).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Id)];
    }

    /// <summary>The rules that were looked at, the highest first.</summary>
    public IReadOnlyList<ContentRule> Rules => _rules;

    /// <summary>What is proved, the highest rule first.</summary>
    public IEnumerable<RuleFinding> Find() => _rules.Select((rule, place) => Find(rule, place)).OfType<RuleFinding>();

    private RuleFinding? Find(ContentRule rule, int place)
    {
        if (Contradiction(rule) is { } parts) return new RuleFinding(rule, FindingKind.Contradictory, [], [], parts);

        var slots = rule.Actions.OfType<ShowContent>().Select(show => show.Slot).Distinct(StringComparer.Ordinal).ToList();
        var proofs = slots.Select(slot => (Slot: slot, Proof: Beaten(rule, slot, place))).Where(one => one.Proof is not null).ToList();
        if (proofs.Count == 0) return null;

        List<ContentRule> above = [.. proofs.SelectMany(one => one.Proof!.Value.Above).Distinct()];
        var never = proofs.Count == slots.Count && rule.Actions.All(action => action is ShowContent) && above.TrueForAll(one => !(one.Holdout > 0));
        return new RuleFinding(
            rule, never ? FindingKind.Unreachable : FindingKind.Shadowed, [.. proofs.Select(one => one.Slot)], above,
            [.. proofs.SelectMany(one => one.Proof!.Value.Parts).Distinct()]);
    }

    private IReadOnlyList<ProvenPart>? Contradiction(ContentRule rule)
    {
        if (_contradictions.TryGetValue(rule, out var known)) return known;
        return _contradictions[rule] = Refute([rule], [(ConditionOf(rule), true)]);
    }

    /// <summary>The rules above that take the slot from everybody who matches the rule; one of them if one does it alone.</summary>
    private (IReadOnlyList<ContentRule> Above, IReadOnlyList<ProvenPart> Parts)? Beaten(ContentRule rule, string slot, int place)
    {
        var above = _rules.Take(place).Where(one => Fills(one, slot) && IsInForceWhenever(one, rule) && Contradiction(one) is null)
            .OrderBy(one => one.Holdout ?? 0).ToList();
        foreach (var one in above)
            if (Implied(rule, [one]) is { } parts) return ([one], parts);
        return above.Count is > 1 and <= MostTogether && Implied(rule, above) is { } joint ? (above, joint) : null;
    }

    /// <summary>Who matches the rule matches one of the others: to match it and none of them is a contradiction.</summary>
    private IReadOnlyList<ProvenPart>? Implied(ContentRule rule, IReadOnlyList<ContentRule> others) =>
        Refute([rule, .. others], [(ConditionOf(rule), true), .. others.Select(other => (ConditionOf(other), false))]);

    private IReadOnlyList<ProvenPart>? Refute(IReadOnlyList<ContentRule> rules, IReadOnlyList<(Condition, bool)> together) =>
        _refutation.Of(together) is { } clash
            ? [.. clash.Select(literal => new ProvenPart(rules[literal.Origin], literal.Test.JsonPointer, literal.Sentence)).Distinct()]
            : null;

    private bool IsInForceWhenever(ContentRule one, ContentRule other) =>
        (one.StartsAt is null || one.StartsAt <= _now || one.StartsAt <= other.StartsAt)
        && (one.EndsAt is null || one.EndsAt >= other.EndsAt);

    private static bool Fills(ContentRule rule, string slot) => rule.Actions.Any(action => action is ShowContent show && show.Slot == slot);

    private static Condition ConditionOf(ContentRule rule) => rule.Condition.Condition;
}
