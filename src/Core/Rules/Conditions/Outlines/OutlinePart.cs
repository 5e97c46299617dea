namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>
/// A condition as a person edits it: groups within groups, with one question a line. What they type is kept as it was typed, so
/// that a mistake comes back to where it was made. What no line can say is kept as JSON.
/// </summary>
public abstract record OutlinePart;
