namespace PersonalizationEngine.Core.Recommendations;

/// <summary>Who asks for what. Ids that nobody knows are no fault: they leave less to go by.</summary>
public sealed record RecommendationQuery
{
    public const int MaximumLimit = 100;

    /// <summary>The instant of the question: what is trending, published or expired is judged by it.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>May be unknown or null.</summary>
    public string? PersonId { get; init; }

    /// <summary>
    /// The segment the person belongs to: where little is known of them, what is popular in it comes before what is popular with
    /// everybody, and what they meet from now on counts for it. Null for none. Default null.
    /// </summary>
    public string? Segment { get; init; }

    /// <summary>The item the person looks at. It is never recommended itself.</summary>
    public string? CurrentItemId { get; init; }

    /// <summary>What the person looked at before in this session, oldest first.</summary>
    public IReadOnlyList<string> SessionItemIds { get; init => field = value ?? []; } = [];

    /// <summary>How many items are asked for, 1 to 100; what lies outside counts as the nearest bound. Default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many of the first items to skip, from 0. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Only items with these categories; all items when empty.</summary>
    public IReadOnlyList<string> Categories { get; init => field = value ?? []; } = [];

    /// <summary>Whether one of <see cref="Categories"/> is enough. Default: it is.</summary>
    public CategoryMatch CategoryMatch { get; init; } = CategoryMatch.Any;

    /// <summary>Items that must not be recommended.</summary>
    public IReadOnlyList<string> ExcludeIds { get; init => field = value ?? []; } = [];

    /// <summary>What of the items the person has met is left out. Default: all of them.</summary>
    public LeaveOut LeaveOut { get; init; } = LeaveOut.Seen;

    /// <summary>Only items it holds for; all when null.</summary>
    public ItemCondition? Filter { get; init; }

    /// <summary>Factors of all that hold for an item are multiplied.</summary>
    public IReadOnlyList<ScoreBoost> Boosts { get; init => field = value ?? []; } = [];

    /// <summary>Items at given or the first places.</summary>
    public IReadOnlyList<PinnedItem> Pinned { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Most items of one category on a page, from 1; pinned items count. Null for no bound. A page on which nothing more
    /// fits ends early, and the list goes on with the next.
    /// </summary>
    public int? PerCategory { get; init; }

    /// <summary>
    /// How much unlike items are preferred, 0 (not at all) to 1: maximal marginal relevance with lambda = 1 - this over shared
    /// categories and tags (Carbonell and Goldstein 1998), for the first 200 places. Default 0.
    /// </summary>
    public double Diversity { get; init; }

    /// <summary>Whether each item tells which items of history and session spoke for it. Default: it does.</summary>
    public bool Explain { get; init; } = true;
}
