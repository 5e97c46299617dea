using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.Browsers;

public sealed class SiteEventsFunction(SiteGate gate, RecordOwnFeedback record)
{
    /// <summary>Impressions, clicks and conversions of the visitor's own decisions, from a page.</summary>
    [Function("SiteRecordEvents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "site/v1/{siteKey}/events")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => gate.AnswerPersonAsync(
        request,
        siteKey,
        async caller =>
        {
            var body = await RequestBody.ReadAsync(request, EventBatch.MaxBytes, cancellationToken);
            return body is { } bytes
                ? await EventBatchAnswer.OfAsync(bytes, batch => record.RunAsync(batch, caller.UserId, cancellationToken))
                : EventBatchAnswer.TooManyBytes;
        });
}
