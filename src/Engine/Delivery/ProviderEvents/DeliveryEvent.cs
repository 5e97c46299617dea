using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>An event that was read without fault.</summary>
/// <param name="MessageId">Ours; null when the provider tells only its own.</param>
/// <param name="ProviderMessageId">The provider's own name for the message.</param>
/// <param name="Address">In its one form; null when it is not told.</param>
public sealed record DeliveryEvent(
    string EventId, DeliveryEventType Type, DateTimeOffset At, string? MessageId, string? ProviderMessageId, ChannelAddress? Address, string? Channel)
{
    /// <summary>Of a bounce: it may be gone tomorrow.</summary>
    public bool IsSoft { get; init; }

    public string? Detail { get; init; }

    /// <summary>Of a click: where it led.</summary>
    public string? Url { get; init; }

    /// <summary>Of a reply: what was written.</summary>
    public string? Text { get; init; }
}
