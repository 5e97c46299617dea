using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Rules.Holdouts;

/// <summary>
/// Which rules one answer tells something about. Only what the answer shows counts, and on both sides alike: a slot that was
/// not asked for is neither shown to those who get the rule nor kept from those who do not.
/// </summary>
public static class RuleMeasurement
{
    /// <param name="slots">The slots of the answer.</param>
    public static IReadOnlyList<MeasuredRule> Of(RuleOutcome outcome, IReadOnlyList<string> slots)
    {
        List<MeasuredRule>? measured = null;
        foreach (var rule in outcome.DidMore) Add(ref measured, rule, heldOut: false);
        foreach (var slot in slots)
            if (outcome.WinnerOf(slot) is { Rule.Holdout: > 0 } winner) Add(ref measured, winner.Rule, heldOut: false);
        foreach (var held in outcome.HeldOut)
            if (held.DoesMore || held.Slots.Any(slots.Contains)) Add(ref measured, held.Rule, heldOut: true);
        return measured ?? (IReadOnlyList<MeasuredRule>)[];
    }

    private static void Add(ref List<MeasuredRule>? measured, ContentRule rule, bool heldOut)
    {
        measured ??= [];
        foreach (var one in measured)
            if (one.Rule.Id == rule.Id) return;
        measured.Add(new MeasuredRule(rule, heldOut));
    }
}
