using System.Globalization;
using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Sending.Proof;

/// <summary>How requests show who sends: signed if there is a secret, else by token; frontend events by function key.</summary>
internal sealed record SenderProof(WebhookSecret? Secret = null, string? Token = null, string? FunctionKey = null)
{
    /// <summary>Why a batch for that endpoint cannot be sent, or null where it can.</summary>
    public string? MissingFor(Endpoint endpoint) => (endpoint == Endpoint.Events) switch
    {
        true when FunctionKey is null =>
            "Frontend events need a function key: give --function-key, or --keys with the host's keys.json.",
        false when Secret is null && Token is null =>
            "Nothing proves who sends: give --secret, --token or --credentials (the engine writes webhook-credentials.json "
            + "into its data folder), or set WEBHOOK_SECRETS or WEBHOOK_TOKENS.",
        _ => null,
    };

    /// <summary>Adds the headers. Signed anew at each attempt, because a signature is good for 5 minutes only.</summary>
    public void ApplyTo(HttpRequestMessage request, EventBatch batch, DateTimeOffset now)
    {
        request.Headers.Add("webhook-id", batch.Id);
        if (batch.Endpoint == Endpoint.Events)
        {
            request.Headers.Add("x-functions-key", FunctionKey);
        }
        else if (Secret is not null)
        {
            var timestamp = now.ToUnixTimeSeconds();
            request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", Secret.Sign(batch.Id, timestamp, batch.Body.Span));
        }
        else
        {
            request.Headers.Add("x-webhook-token", Token);
        }
    }
}
