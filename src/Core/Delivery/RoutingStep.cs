namespace PersonalizationEngine.Core.Delivery;

/// <summary>What was found about one channel.</summary>
public sealed record RoutingStep(string Channel, RoutingReason Reason)
{
    /// <summary>Why it stands at this place of the order.</summary>
    public ChannelPlace Place { get; init; }

    /// <summary>The share of messages by this channel the person is expected to respond to, 0 to 1: <see cref="Reach.ChannelResponse.ExpectedRate"/>.</summary>
    public double ExpectedResponse { get; init; }

    /// <summary>The address it would use; null for the website and where none was found.</summary>
    public string? Address { get; init; }

    /// <summary>When it could send, when that is later and all else is in order.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Name of the cap that is used up.</summary>
    public string? Cap { get; init; }

    /// <summary>Keys of the sends that used it up, newest first.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>What would have refused a message that is not critical.</summary>
    public IReadOnlyList<RoutingReason> Overridden { get; init; } = [];
}
