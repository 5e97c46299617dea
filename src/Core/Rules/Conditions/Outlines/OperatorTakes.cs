namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>What stands behind an operator.</summary>
public enum OperatorTakes
{
    /// <summary>Text, number or yes and no, by how it looks.</summary>
    Value,

    /// <summary>A text, however it looks.</summary>
    Text,

    /// <summary>Values by how they look.</summary>
    List,

    Nothing,
}
