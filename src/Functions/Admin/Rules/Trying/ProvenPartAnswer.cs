namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <param name="Pointer">RFC 6901 pointer into the rule's conditions.</param>
/// <param name="Sentence">What it asks for: <c>score must be more than 80</c>.</param>
internal sealed record ProvenPartAnswer(long RuleId, string Pointer, string Sentence);
