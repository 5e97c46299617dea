namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>How messages are handed to providers.</summary>
public sealed record DeliveryOptions
{
    public static DeliveryOptions Default { get; } = new();

    /// <summary>How many are handed over at once, in each part of an audience. 1 to 256, default 32.</summary>
    public int ParallelSends { get; init; } = 32;

    /// <summary>How many parts of an audience are sent at once. 1 to 64, default 12: a provider that is slow with one message holds up the part it is in.</summary>
    public int ParallelChunks { get; init; } = 12;

    /// <summary>How long a message of a rule waits for its hour before it is stale. 1 hour to 30 days, default 72 hours.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(72);
}
