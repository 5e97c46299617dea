namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>What became of a batch, event by event.</summary>
public sealed record IngestionSummary(IReadOnlyList<EventResult> Results)
{
    public int Accepted => Count(EventStatus.Accepted);

    public int Duplicates => Count(EventStatus.Duplicate);

    public int Refused => Count(EventStatus.Refused);

    public int Ignored => Count(EventStatus.Ignored);

    private int Count(EventStatus status) => Results.Count(result => result.Status == status);
}
