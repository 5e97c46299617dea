namespace PersonalizationEngine.Functions.Decisions;

/// <param name="Kind">As the audit names it.</param>
internal sealed record DefinitionVersionAnswer(string Kind, long Id, int Version);
