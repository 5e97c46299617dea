namespace PersonalizationEngine.Engine.Ingestion.People;

/// <param name="UpdatedAt">The instant of the person's word; an older one that arrives later changes nothing.</param>
public sealed record ConsentRecord(string PersonId, string Purpose, bool Granted, DateTimeOffset UpdatedAt);
