using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>What to do with a message now, and why.</summary>
/// <param name="Reason"><see cref="RoutingReason.Allowed"/> when it is sent; otherwise why it waits or is not sent.</param>
public sealed record RoutingDecision(RoutingAction Action, RoutingReason Reason)
{
    /// <summary>By which it is sent, or waits to be; null when it is suppressed.</summary>
    public string? Channel { get; init; }

    /// <summary>Where to, in that channel's own form; null for the website and when it is not sent.</summary>
    public string? Address { get; init; }

    /// <summary>All usable addresses of the channel, the best first: push may go to each device.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The instant to ask again at; null unless it waits.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The channel that would have come first, when it is another than <see cref="Channel"/>.</summary>
    public string? SwitchedFrom { get; init; }

    /// <summary>Why not by <see cref="SwitchedFrom"/>.</summary>
    public RoutingReason? SwitchReason { get; init; }

    /// <summary>Each channel in the order they were tried.</summary>
    public IReadOnlyList<RoutingStep> Steps { get; init; } = [];

    /// <summary>Whose clock was read.</summary>
    public required RecipientZone Zone { get; init; }

    /// <summary>Name of the cap that is used up, when <see cref="Reason"/> is that.</summary>
    public string? Cap { get; init; }

    /// <summary>Keys of the sends that used it up, newest first; empty unless <see cref="Reason"/> is that.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];
}
