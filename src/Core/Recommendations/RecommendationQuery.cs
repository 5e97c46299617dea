namespace PersonalizationEngine.Core.Recommendations;

/// <summary>Who asks for what. Ids that nobody knows are no fault: they leave less to go by.</summary>
public sealed record RecommendationQuery
{
    public const int MaximumLimit = 100;

    /// <summary>The instant of the question: what is trending, published or expired is judged by it.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>May be unknown or null.</summary>
    public string? PersonId { get; init; }

    /// <summary>The item the person looks at. It is never recommended itself.</summary>
    public string? CurrentItemId { get; init; }

    /// <summary>What the person looked at before in this session, oldest first.</summary>
    public IReadOnlyList<string> SessionItemIds { get; init => field = value ?? []; } = [];

    /// <summary>How many items are asked for, 1 to 100; what lies outside counts as the nearest bound. Default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many of the first items to skip, from 0. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Only items with one of these categories; all items when empty.</summary>
    public IReadOnlyCollection<string> Categories { get; init => field = value ?? []; } = [];

    /// <summary>Items that must not be recommended.</summary>
    public IReadOnlyCollection<string> ExcludeIds { get; init => field = value ?? []; } = [];

    /// <summary>Whether what the person has met, in history or session, is left out. Default yes.</summary>
    public bool LeaveOutSeen { get; init; } = true;
}
