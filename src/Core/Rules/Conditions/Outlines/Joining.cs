namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>How the parts of a group are joined.</summary>
public enum Joining
{
    /// <summary>Every part holds; without parts that is so.</summary>
    All,

    /// <summary>One part at least; without parts it holds too, as the language defines it.</summary>
    Any,

    /// <summary>No part holds; without parts it never holds, for the reason above.</summary>
    None,
}
