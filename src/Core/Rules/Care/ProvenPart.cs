namespace PersonalizationEngine.Core.Rules.Care;

/// <summary>One of the parts of conditions that make a proof.</summary>
/// <param name="Rule">Whose condition it is of.</param>
/// <param name="JsonPointer">Where it stands there.</param>
/// <param name="Sentence">What it asks for: <c>score must be more than 80</c>.</param>
public sealed record ProvenPart(ContentRule Rule, string JsonPointer, string Sentence);
