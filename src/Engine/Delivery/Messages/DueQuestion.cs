namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>Which messages to take.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Lease">For how long nobody else shall take them.</param>
public sealed record DueQuestion(DateTimeOffset Now, int Limit, TimeSpan Lease)
{
    /// <summary>Only those of a part of a campaign's run; null for any.</summary>
    public (long CampaignId, long Occurrence, int Chunk)? Of { get; init; }
}
