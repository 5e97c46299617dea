namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>What is known of an event before its body is read.</summary>
/// <param name="DefaultEventId">The id it gets when it brings none.</param>
public readonly record struct Receipt(string DefaultEventId, DateTimeOffset ReceivedAt)
{
    /// <summary>How far a sender's clock may be ahead.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromMinutes(5);

    /// <summary>When it is judged: on receipt, or later when it is tried again.</summary>
    public DateTimeOffset JudgedAt { get; init; } = ReceivedAt;
}
