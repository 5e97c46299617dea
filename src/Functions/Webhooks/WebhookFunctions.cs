using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>Where Rybbit's forwarder and the customer data platform send events. They prove themselves by signature or token.</summary>
public sealed class WebhookFunctions(WebhookEndpoint endpoint)
{
    [Function("ReceiveRybbitEvents")]
    public Task<IResult> RybbitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/rybbit")] HttpRequest request,
        CancellationToken cancellationToken) => endpoint.ReceiveAsync(EventSource.Rybbit, request, cancellationToken);

    [Function("ReceiveCdpEvents")]
    public Task<IResult> CdpAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/cdp")] HttpRequest request,
        CancellationToken cancellationToken) => endpoint.ReceiveAsync(EventSource.Cdp, request, cancellationToken);
}
