namespace PersonalizationEngine.Engine.Delivery.Providers;

/// <param name="Timeout">The longest a provider may take to answer, 1 to 120 s.</param>
/// <param name="Concurrency">Messages under way to one provider at a time, 1 to 1,000.</param>
public sealed record ChannelOptions(TimeSpan Timeout, int Concurrency)
{
    public static ChannelOptions Default { get; } = new(TimeSpan.FromSeconds(15), 100);

    /// <summary>How long a provider that failed is left alone. Default 5 s.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A provider that asks for longer than this is left for another one. Default 1 minute.</summary>
    public TimeSpan LongWait { get; init; } = TimeSpan.FromMinutes(1);
}
