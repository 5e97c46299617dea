using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>Where providers of messages tell what became of them. They prove themselves by signature or token.</summary>
public sealed class DeliveryWebhookFunctions(WebhookEndpoint endpoint)
{
    /// <summary>Takes what became of messages: delivered, bounced, complained, opened, clicked, stopped.</summary>
    [Function("ReceiveDeliveryEvents")]
    [WithoutIdempotencyKey("an event counts once by its own id, however often it is sent")]
    [ProvedBy(SecuritySchemes.Signature, SecuritySchemes.Token)]
    [HeaderParameter("webhook-id", "Of the message, for the signature; the same message counts once.", MaxLength = 1000)]
    [HeaderParameter("webhook-timestamp", "Unix seconds, for the signature.", MaxLength = 20)]
    [Asks("DeliveryEventBatch", IsBatch = true)]
    [Answers(StatusCodes.Status200OK, typeof(IngestionAnswer))]
    [Fails(StatusCodes.Status401Unauthorized)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/webhooks/delivery")] HttpRequest request,
        CancellationToken cancellationToken) => endpoint.ReceiveDeliveryAsync(request, cancellationToken);
}
