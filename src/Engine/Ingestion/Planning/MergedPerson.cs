using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>What a merge must remember of a person, to put them back as they were.</summary>
public sealed record MergedPerson(PersonRecord Person, IReadOnlyList<ConsentRecord> Consents);
