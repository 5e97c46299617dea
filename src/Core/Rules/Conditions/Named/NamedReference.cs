namespace PersonalizationEngine.Core.Rules.Conditions.Named;

/// <summary>A place where a condition names a saved group or a segment.</summary>
/// <param name="JsonPointer">From the condition's root.</param>
public readonly record struct NamedReference(string JsonPointer, NamedKind Kind, string Key);
