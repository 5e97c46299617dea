namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>What became of a message that was due.</summary>
/// <param name="Status">Of <see cref="MessageStatus"/>.</param>
/// <param name="Reason">In snake case; null when it was sent.</param>
public sealed record MessageOutcome(DueMessage Due, string Status, string? Reason, DateTimeOffset At)
{
    /// <summary>More of the reason, for people; at most 500 characters.</summary>
    public string? Detail { get; init; }

    public string? Channel { get; init; }

    public string? Provider { get; init; }

    public string? ProviderId { get; init; }

    public int Attempts { get; init; } = Due.Attempts;

    /// <summary>When to look again; null unless it waits.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether it uses up one of the person's sends: it was sent, or a provider may have it.</summary>
    public bool Counts { get; init; }
}
