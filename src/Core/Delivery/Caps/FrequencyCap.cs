namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>At most so many sends to one person in any window of time.</summary>
/// <param name="Name">As decisions name it.</param>
/// <param name="Limit">From 0, which refuses all but critical ones.</param>
/// <param name="Window">Over which they are counted.</param>
public sealed record FrequencyCap(string Name, int Limit, CapWindow Window)
{
    /// <summary>Those it counts and limits; null takes all together, the website too.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Those it counts and limits; null takes all, also messages without one.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Sends kept for higher priorities.</summary>
    public IReadOnlyList<CapReserve> Reserves { get; init; } = [];
}
