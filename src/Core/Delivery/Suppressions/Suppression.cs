namespace PersonalizationEngine.Core.Delivery.Suppressions;

/// <summary>Nothing goes there, critical or not.</summary>
/// <param name="Channel">One of <see cref="Profiles.Channels.All"/>.</param>
/// <param name="Address">The address, in any case for e-mail; null is the whole channel.</param>
/// <param name="Until">Exclusive; null is for good.</param>
public sealed record Suppression(string Channel, string? Address, SuppressionReason Reason, DateTimeOffset? Until = null)
{
    public bool IsInForce(DateTimeOffset now) => Until is not { } until || until > now;

    /// <summary>Whether it names the address; one of the whole channel names each.</summary>
    public bool Names(string channel, string address) =>
        Channel == channel
        && (Address is null || string.Equals(Address, address, channel == "email" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
}
