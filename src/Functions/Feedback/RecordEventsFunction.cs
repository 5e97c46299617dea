using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.Feedback;

public sealed class RecordEventsFunction(RecordFeedback record)
{
    /// <summary>Impressions, clicks and conversions of decisions.</summary>
    [Function("RecordEvents")]
    [Asks("FeedbackBatch", IsBatch = true)]
    [Answers(StatusCodes.Status200OK, typeof(IngestionAnswer))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/events")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, EventBatch.MaxBytes, cancellationToken);
        return body is { } bytes
            ? await EventBatchAnswer.OfAsync(bytes, batch => record.RunAsync(batch, cancellationToken))
            : EventBatchAnswer.TooManyBytes;
    }
}
