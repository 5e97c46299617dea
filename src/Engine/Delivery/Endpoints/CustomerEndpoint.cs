using PersonalizationEngine.Engine.Delivery.Signing;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>An endpoint of a customer as it is kept.</summary>
/// <param name="Secret">What its messages are signed with, with <c>whsec_</c>.</param>
public sealed record CustomerEndpoint(long Id, EndpointDefinition Definition, string Secret, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The secret before this one, which signs as well for a while.</summary>
    public string? OldSecret { get; init; }

    public DateTimeOffset? OldSecretUntil { get; init; }

    /// <summary>One of <see cref="DisabledReasons"/>; null when it was not disabled by itself.</summary>
    public string? DisabledReason { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Since when no message got through; null when the last one did.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public WebhookSigner SignerAt(DateTimeOffset now) =>
        WebhookSigner.Parse(OldSecret is { } old && OldSecretUntil > now ? $"{Secret} {old}" : Secret)
        ?? throw new InvalidOperationException($"The secret of endpoint {Id} is none.");
}
