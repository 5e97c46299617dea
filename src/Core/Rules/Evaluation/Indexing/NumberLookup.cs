using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>
/// Rules that want one attribute to lie above or below a number, the strictest first: those a person fails come before all they
/// pass, so that no more are looked at than are ruled out.
/// </summary>
internal sealed class NumberLookup
{
    /// <summary>Below that, asking each rule is as quick.</summary>
    private const int FewestRules = 8;

    private readonly int _slot;
    private readonly Limit[] _above;
    private readonly Limit[] _below;

    private NumberLookup(int slot, IReadOnlyList<RulePart> parts)
    {
        _slot = slot;
        Answered = parts.Select(part => part.Number).ToHashSet();
        var limits = parts.Select(part => new Limit(part.Node.OnlyNumbers!.Value, part.Rule)).ToList();
        _above = [.. limits.Where(limit => limit.Bound.IsLowest).OrderByDescending(limit => limit.Bound.Bound).ThenBy(limit => limit.Bound.IsIncluded)];
        _below = [.. limits.Where(limit => !limit.Bound.IsLowest).OrderBy(limit => limit.Bound.Bound).ThenBy(limit => limit.Bound.IsIncluded)];
    }

    public static NumberLookup[] Of(IReadOnlyList<RulePart> parts) =>
    [
        .. parts.Where(part => part.Node.OnlyNumbers is not null)
            .GroupBy(part => part.Node.Slot)
            .Where(slot => slot.Count() >= FewestRules)
            .OrderBy(slot => slot.Key)
            .Select(slot => new NumberLookup(slot.Key, [.. slot])),
    ];

    /// <summary>Numbers of the questions it answers, in every rule where they are parts.</summary>
    public IReadOnlySet<int> Answered { get; }

    public void Narrow(Span<ulong> candidates, in GraphAnswers answers)
    {
        var number = ScalarNumber.Of(answers.Attribute(_slot));
        Narrow(candidates, _above, number);
        Narrow(candidates, _below, number);
    }

    private static void Narrow(Span<ulong> candidates, Limit[] strictestFirst, double number)
    {
        foreach (var (bound, rule) in strictestFirst)
        {
            if (!double.IsNaN(number) && bound.Admits(number)) return;
            candidates[rule >> 6] &= ~(1UL << rule);
        }
    }

    private readonly record struct Limit(NumberBound Bound, int Rule);
}
