using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Authentication;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>Receives a webhook: proof first, over the body as it came, and only then is it looked into.</summary>
public sealed class WebhookEndpoint(WebhookAuthenticator authenticator, IngestEvents ingest, TakeDeliveryEvents delivery)
{
    public Task<IResult> ReceiveAsync(EventSource source, HttpRequest request, CancellationToken cancellationToken) =>
        ReceiveAsync(request, (batch, messageId) => ingest.RunAsync(source, batch, messageId, cancellationToken), cancellationToken);

    /// <summary>What providers tell of messages.</summary>
    public Task<IResult> ReceiveDeliveryAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ReceiveAsync(request, (batch, messageId) => delivery.RunAsync(batch, messageId, cancellationToken), cancellationToken);

    private async Task<IResult> ReceiveAsync(HttpRequest request, Func<EventBatch, string?, Task<IngestionSummary>> take, CancellationToken cancellationToken)
    {
        var headers = Headers(request);
        var body = await RequestBody.ReadAsync(request, EventBatch.MaxBytes, cancellationToken);
        if (body is not { } bytes) return EventBatchAnswer.TooManyBytes;
        if (authenticator.WhyRefused(headers, bytes.Span) is { } reason) return ProblemAnswer.Unauthorized(reason);

        var messageId = MessageId(headers.Id);
        return await EventBatchAnswer.OfAsync(bytes, batch => take(batch, messageId));
    }

    /// <summary>No rule bounds the length of a webhook-id, and it must make its events count once however long it is.</summary>
    private static string? MessageId(string? header) => header is { Length: > PersonId.MaxLength }
        ? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(header)))}"
        : header;

    private static WebhookHeaders Headers(HttpRequest request)
    {
        return new WebhookHeaders(Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), Header("x-webhook-token"));

        string? Header(string name) => request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
    }
}
