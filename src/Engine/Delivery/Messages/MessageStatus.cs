namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>Where a message stands, by the names that are stored and answered.</summary>
public static class MessageStatus
{
    /// <summary>For its hour, for a free send, or for the next attempt.</summary>
    public const string Waiting = "waiting";

    /// <summary>A send is reserved for it and a provider is being asked. Whoever asks may have died: then it is asked again.</summary>
    public const string Sending = "sending";

    /// <summary>A provider has it, or the person's inbox.</summary>
    public const string Sent = "sent";

    /// <summary>It was decided that it is not sent, with a reason.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>It should have been sent and could not be: a dead letter, which can be sent again.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody stopped the campaign.</summary>
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Waiting, Sending, Sent, Suppressed, Failed, Cancelled];
}
