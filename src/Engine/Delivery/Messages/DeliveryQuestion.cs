namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>Which messages to list; what is null is not asked for.</summary>
/// <param name="BeforeId">Only those before it, for the next page.</param>
public sealed record DeliveryQuestion(long? BeforeId, int Limit)
{
    public string? PersonId { get; init; }

    public string? MessageId { get; init; }

    public string? Status { get; init; }

    public string? Reason { get; init; }

    public string? Channel { get; init; }

    public long? CampaignId { get; init; }
}
