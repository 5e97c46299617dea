namespace PersonalizationEngine.Core.Experiments.Measures;

/// <summary>What a metric counts of a person.</summary>
public enum MetricKind
{
    /// <summary>Whether they reached a goal: 0 or 1.</summary>
    Conversion,

    /// <summary>What the goals they reached were worth together, in money.</summary>
    Revenue,

    /// <summary>Clicks on what they were shown, per impression: sums over sums.</summary>
    Ctr,

    /// <summary>How often they did something.</summary>
    Count,
}
