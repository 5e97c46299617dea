using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Experiments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Experiments;

/// <summary>What a GrowthBook SDK needs to work with the engine. It proves itself with a client key, which is no secret.</summary>
public sealed class GrowthBookFunctions(OfferFeatures features, TrackExposure track, SdkClients clients)
{
    /// <summary>Experiments in GrowthBook's SDK payload format.</summary>
    [Function("ReadGrowthBookFeatures")]
    public IResult Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/features/{clientKey}")] HttpRequest request, string clientKey)
    {
        SdkClients.Welcome(request.HttpContext.Response);
        return clients.Know(clientKey) ? new FeaturesAnswer(features.Now()) : SdkClients.Unknown;
    }

    /// <summary>Somebody was served a variant by an SDK: what its tracking callback is called with.</summary>
    [Function("TrackExposure")]
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
