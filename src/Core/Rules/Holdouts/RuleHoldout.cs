using System.Globalization;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Rules.Holdouts;

/// <summary>
/// The people who never get a rule, so that what the rule is worth can be told from those who do. Who they are is a matter of
/// the rule's id and the person's alone: the same at any time and in every process, and others for another rule. A larger share
/// adds people and moves nobody back.
/// </summary>
public sealed class RuleHoldout(long ruleId, double share)
{
    /// <summary>Of people, in steps of 0.0001. At the highest both groups are of one size, which tells soonest.</summary>
    public const double DefaultShare = 0.05, HighestShare = 0.5;

    /// <summary>The three people of the tour in the README are held out of none of its rules.</summary>
    private readonly string _seed = string.Create(CultureInfo.InvariantCulture, $"held-out-of-{ruleId}");

    public bool Contains(string personId) => share > 0 && Bucketing.Hash(_seed, personId, version: 2) < share;
}
