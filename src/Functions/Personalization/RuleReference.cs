namespace PersonalizationEngine.Functions.Personalization;

/// <summary>A rule by its id and name.</summary>
internal sealed record RuleReference(long Id, string Name);
