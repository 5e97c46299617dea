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

    public bool Concerns(string channel, string? topic) =>
        (Channels is null || Channels.Contains(channel, StringComparer.Ordinal))
        && (Topics is null || (topic is not null && Topics.Contains(topic, StringComparer.Ordinal)));

    /// <summary>How many sends there may have been, of whatever priority, for one of this priority to go. From 1, unless none may.</summary>
    public int AllowedAt(int priority)
    {
        var kept = 0;
        foreach (var reserve in Reserves)
            if (reserve.MinPriority > priority) kept = Math.Max(kept, reserve.Last);
        return Math.Max(0, Limit - kept);
    }
}
