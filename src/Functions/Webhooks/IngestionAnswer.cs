using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>What became of each event of a batch.</summary>
internal sealed record IngestionAnswer(int Accepted, int Duplicates, int Refused, int Ignored, IReadOnlyList<EventResultAnswer> Results)
{
    public static IngestionAnswer Of(IngestionSummary summary) => new(
        summary.Accepted, summary.Duplicates, summary.Refused, summary.Ignored, [.. summary.Results.Select(EventResultAnswer.Of)]);
}
