namespace PersonalizationEngine.Core.Delivery;

/// <summary>What is to reach a person, without its words: those are written once the channel is known.</summary>
/// <param name="Key">Unique text of this message to this person. One whose key is among the past sends is not sent again.</param>
/// <param name="Channels">
/// The channels it has words for, of <see cref="Profiles.Channels.All"/>, the author's first choice first. A rule that asks for one
/// channel gives a list of one.
/// </param>
/// <param name="CreatedAt">When it was asked for.</param>
public sealed record Message(string Key, IReadOnlyList<string> Channels, DateTimeOffset CreatedAt)
{
    /// <summary>What the person may have chosen about; null has no topic, and nobody can refuse it by topic.</summary>
    public string? Topic { get; init; }

    /// <summary>0 (lowest) to 100. Default 50. Caps may keep their last sends for the higher ones.</summary>
    public int Priority { get; init; } = 50;

    /// <summary>
    /// Passes three checks: the person's choice of topics, frequency caps and quiet hours. It passes none of the others: the
    /// channel's consent, every suppression (bounce, complaint, stop, unsubscribe, manual), a usable address, the time to live,
    /// and that a key is sent once. Default false.
    /// </summary>
    public bool IsCritical { get; init; }

    /// <summary>Exclusive: from this instant on it is stale and not sent. Null never ages.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What to do in quiet hours. Default: hold.</summary>
    public QuietPolicy QuietPolicy { get; init; }

    /// <summary>What to do when no channel has a send left. Default: drop.</summary>
    public CapPolicy CapPolicy { get; init; }

    /// <summary>
    /// Whether it uses up the caps once sent; the sender writes it to <see cref="PastSend.Counts"/>. It decides nothing about the
    /// message itself: one that does not count is still refused by a full cap unless it is critical. Default true.
    /// </summary>
    public bool CountsTowardCaps { get; init; } = true;

    /// <summary>Whether the person's habits change the order of the channels. Default: they do.</summary>
    public ChannelOrder ChannelOrder { get; init; }

    /// <summary>IANA zone of the campaign, for people of whom none is known.</summary>
    public string? CampaignZone { get; init; }
}
