namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>What is new about a message; instants that are known already stay.</summary>
public sealed record MessageNews(string MessageId)
{
    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClickedAt { get; init; }

    public DateTimeOffset? BouncedAt { get; init; }

    public DateTimeOffset? ComplainedAt { get; init; }

    public string? Detail { get; init; }
}
