using PersonalizationEngine.Engine.Delivery.Signing;

namespace PersonalizationEngine.Engine.Delivery.Posting;

/// <summary>JSON to be posted and signed; the timestamp is that of the attempt.</summary>
/// <param name="Id">The same at each attempt: <c>webhook-id</c> and <c>Idempotency-Key</c>.</param>
/// <param name="Timeout">For the whole of it, connecting and answering.</param>
public sealed record SignedPost(string Id, Uri Address, ReadOnlyMemory<byte> Body, WebhookSigner Signer, TimeSpan Timeout)
{
    /// <summary>Whoever named the address is trusted with our own network; false for addresses that customers name.</summary>
    public bool AllowsPrivate { get; init; }
}
