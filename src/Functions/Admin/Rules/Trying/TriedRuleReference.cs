namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <param name="Id">Null for a rule that is not there yet.</param>
internal sealed record TriedRuleReference(long? Id, string Name);
