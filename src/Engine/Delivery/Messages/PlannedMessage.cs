namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>A message that is to go to a person, before anybody asked whether it may.</summary>
/// <param name="Occurrence">Which run of a campaign, which request of a rule.</param>
/// <param name="Chunk">The part of a campaign's audience it is sent with; 0 for others.</param>
/// <param name="Template">Key of the template.</param>
public sealed record PlannedMessage(
    string MessageId, string Source, long SourceId, long Occurrence, int Chunk, string PersonId, string Template, DateTimeOffset CreatedAt)
{
    /// <summary>The only channel that was asked for; null for those of the campaign or of the template.</summary>
    public string? AskedChannel { get; init; }

    public string? Topic { get; init; }

    public int Priority { get; init; } = 50;

    /// <summary>Not before it.</summary>
    public DateTimeOffset DueAt { get; init; } = CreatedAt;

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Null for one that is to be sent; else why it is not, already.</summary>
    public string? Refused { get; init; }
}
