namespace PersonalizationEngine.Core.Rules.Conditions.Named;

/// <summary>What a condition can name.</summary>
public enum NamedKind
{
    /// <summary>A saved list of values.</summary>
    Group,

    /// <summary>A named condition.</summary>
    Segment,
}
