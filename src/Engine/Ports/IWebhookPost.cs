using PersonalizationEngine.Engine.Delivery.Posting;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Posts signed JSON to an address. Redirects are answers and never followed.</summary>
public interface IWebhookPost
{
    /// <summary>Never throws but for cancellation: what goes wrong is an outcome.</summary>
    Task<PostOutcome> SendAsync(SignedPost post, CancellationToken cancellationToken);
}
