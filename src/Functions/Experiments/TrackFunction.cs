using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Experiments.Tracking;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.Experiments;

public sealed class TrackFunction(TrackExposures track)
{
    /// <summary>Exposures to variants that somebody else served.</summary>
    [Function("TrackExposures")]
    [Asks("ExposureBatch", IsBatch = true)]
    [Answers(StatusCodes.Status200OK, typeof(IngestionAnswer))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/experiments/track")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, EventBatch.MaxBytes, cancellationToken);
        return body is { } bytes
            ? await EventBatchAnswer.OfAsync(bytes, batch => track.RunAsync(batch, cancellationToken))
            : EventBatchAnswer.TooManyBytes;
    }
}
