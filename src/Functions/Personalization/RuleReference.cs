namespace PersonalizationEngine.Functions.Personalization;

internal sealed record RuleReference(long Id, string Name);
