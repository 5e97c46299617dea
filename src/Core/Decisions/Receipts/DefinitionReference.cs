namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>A definition as it was at one version.</summary>
/// <param name="Kind">As its history names it.</param>
public sealed record DefinitionReference(string Kind, long Id, int Version);
