using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>From the bytes of a batch to the answer, the same for every sender.</summary>
internal static class EventBatchAnswer
{
    public static IResult TooManyBytes => ProblemAnswer.TooLarge("A request may have 1 MiB (1,048,576 bytes).");

    public static async Task<IResult> OfAsync(ReadOnlyMemory<byte> body, Func<EventBatch, Task<IngestionSummary>> ingest)
    {
        using var batch = EventBatchReader.Read(body, out var fault);
        if (batch is null) return ProblemAnswer.Malformed($"The body is not a batch of events: {fault}");
        if (batch.Entries.Count > EventBatch.MaxEvents)
            return ProblemAnswer.TooLarge($"A request may have {EventBatch.MaxEvents} events; this one has more.");

        var summary = await ingest(batch);
        return summary.Refused == summary.Results.Count
            ? ProblemAnswer.Invalid([.. summary.Results.Select(result => FieldOf(result, batch.Entries.Count))])
            : new JsonAnswer<IngestionAnswer>(IngestionAnswer.Of(summary), ApiJson.Default.IngestionAnswer);
    }

    /// <summary>In a batch the field is told with the place of its event.</summary>
    private static FieldError FieldOf(EventResult result, int count)
    {
        var field = count == 1 ? result.Field! : $"[{result.Index}]{(result.Field!.Length > 0 ? "." : "")}{result.Field}";
        return new FieldError(field, null, result.Reason!);
    }
}
