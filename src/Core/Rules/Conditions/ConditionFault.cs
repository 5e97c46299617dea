namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>One thing wrong with a condition as written.</summary>
/// <param name="JsonPointer">The offending place as an RFC 6901 pointer from the condition's root; empty is the root.</param>
/// <param name="Message">What is accepted there, as a sentence for the author of the condition.</param>
public sealed record ConditionFault(string JsonPointer, string Message);
