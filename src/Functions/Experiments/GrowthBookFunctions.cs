using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Experiments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Experiments;

/// <summary>What a GrowthBook SDK needs to work with the engine. It proves itself with a client key, which is no secret.</summary>
public sealed class GrowthBookFunctions(OfferFeatures features, TrackExposure track, SdkClients clients)
{
    /// <summary>Experiments in GrowthBook's SDK payload format.</summary>
    [Function("ReadGrowthBookFeatures")]
    [Answers(StatusCodes.Status200OK, Schema = "Features", HasTag = true)]
    [Answers(StatusCodes.Status304NotModified)]
    [Fails(StatusCodes.Status401Unauthorized)]
    [PathParameter("clientKey", "One of experiments.sdk_keys; no secret.", MaxLength = 255, Example = "sdk-abc")]
    public IResult Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/features/{clientKey}")] HttpRequest request, string clientKey)
    {
        SdkClients.Welcome(request.HttpContext.Response);
        return clients.Know(clientKey) ? new KeptJson(features.Now()) : SdkClients.Unknown;
    }

    /// <summary>Somebody was served a variant by an SDK: what its tracking callback is called with.</summary>
    [Function("TrackExposure")]
    [WithoutIdempotencyKey("the first exposure of a person counts, however often it is sent, and the client key proves nobody")]
    [Asks("TrackedExposureDocument")]
    [Answers(StatusCodes.Status200OK, typeof(TrackedExposure))]
    [Fails(StatusCodes.Status401Unauthorized)]
    [PathParameter("clientKey", "One of experiments.sdk_keys; no secret.", MaxLength = 255, Example = "sdk-abc")]
    public async Task<IResult> TrackAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/experiments/track/{clientKey}")] HttpRequest request,
        string clientKey,
        CancellationToken cancellationToken)
    {
        SdkClients.Welcome(request.HttpContext.Response);
        if (!clients.Know(clientKey)) return SdkClients.Unknown;
        return await RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var tracked = await track.RunAsync(document, cancellationToken);
                return tracked.Succeeded
                    ? new JsonAnswer<TrackedExposure>(tracked.Value, ApiJson.Default.TrackedExposure)
                    : ProblemAnswer.Invalid(tracked.Faults);
            },
            cancellationToken);
    }
}
