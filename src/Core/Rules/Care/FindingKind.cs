namespace PersonalizationEngine.Core.Rules.Care;

/// <summary>What is the matter with a rule.</summary>
public enum FindingKind
{
    /// <summary>Its condition can never hold.</summary>
    Contradictory,

    /// <summary>It can never win anything: rules above it win all its slots from everybody who matches it.</summary>
    Unreachable,

    /// <summary>The same, but only for some of its slots, or but for the people held out of the rules above.</summary>
    Shadowed,

    /// <summary>Nobody of the people who were looked at matches it.</summary>
    Empty,
}
