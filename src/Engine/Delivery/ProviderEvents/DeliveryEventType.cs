namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>What became of a message, as a provider tells it.</summary>
public enum DeliveryEventType
{
    Delivered,

    /// <summary>Came back; for good unless it is said to be soft.</summary>
    Bounced,

    Complained,

    Opened,

    Clicked,

    /// <summary>Answered with a word that means no more, or told so to the carrier.</summary>
    Stopped,

    /// <summary>Left the list by the provider's own link.</summary>
    Unsubscribed,

    /// <summary>The provider gave up; nothing is said of the address.</summary>
    Failed,

    /// <summary>A text somebody sent back; what it means is read from it.</summary>
    Reply,
}
