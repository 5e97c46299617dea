using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>Where Rybbit's forwarder and the customer data platform send events. They prove themselves by signature or token.</summary>
public sealed class WebhookFunctions(WebhookEndpoint endpoint)
{
    /// <summary>Takes events of the website, from Rybbit's forwarder or a tag.</summary>
    [Function("ReceiveRybbitEvents")]
    [WithoutIdempotencyKey("an event counts once by its own id, however often it is sent")]
    [ProvedBy(SecuritySchemes.Signature, SecuritySchemes.Token)]
    [HeaderParameter("webhook-id", "Of the message, for the signature; the same message counts once.", MaxLength = 1000)]
    [HeaderParameter("webhook-timestamp", "Unix seconds, for the signature.", MaxLength = 20)]
    [Asks("RybbitBatch", IsBatch = true)]
    [Answers(StatusCodes.Status200OK, typeof(IngestionAnswer))]
    [Fails(StatusCodes.Status401Unauthorized)]
    public Task<IResult> RybbitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/rybbit")] HttpRequest request,
        CancellationToken cancellationToken) => endpoint.ReceiveAsync(EventSource.Rybbit, request, cancellationToken);

    /// <summary>Takes events of the customer data platform: people, consents, leads and items.</summary>
    [Function("ReceiveCdpEvents")]
    [WithoutIdempotencyKey("an event counts once by its own id, however often it is sent")]
    [ProvedBy(SecuritySchemes.Signature, SecuritySchemes.Token)]
    [HeaderParameter("webhook-id", "Of the message, for the signature; the same message counts once.", MaxLength = 1000)]
    [HeaderParameter("webhook-timestamp", "Unix seconds, for the signature.", MaxLength = 20)]
    [Asks("CdpBatch", IsBatch = true)]
    [Answers(StatusCodes.Status200OK, typeof(IngestionAnswer))]
    [Fails(StatusCodes.Status401Unauthorized)]
    public Task<IResult> CdpAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/cdp")] HttpRequest request,
        CancellationToken cancellationToken) => endpoint.ReceiveAsync(EventSource.Cdp, request, cancellationToken);
}
