namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>What a thousand rules may look like.</summary>
public enum RuleMix
{
    /// <summary>Three parts each, of which one is the same in all rules and one a text of its own.</summary>
    Alike,

    /// <summary>Two to five parts with choices and negations, over nine attributes, as a busy marketing team leaves behind.</summary>
    Mixed,

    /// <summary>Three thresholds each, no two rules with one in common: nothing to share and nothing to look up.</summary>
    Different,
}
