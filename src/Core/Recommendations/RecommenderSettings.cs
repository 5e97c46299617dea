using System.ComponentModel.DataAnnotations;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// What the recommender keeps and how it blends. Each range is inclusive; <see cref="Problems"/> lists what lies outside.
/// The defaults suit shops and content sites of up to 100,000 people and 10,000 items.
/// </summary>
public sealed record RecommenderSettings
{
    /// <summary>After this time an event counts half for popularity. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan PopularityHalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>After this time an event counts half for trending; trending reasons tell of this span. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan TrendingHalfLife { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The decayed weight from which an item is trending. Default 2: two views now, or four of 3 days ago.</summary>
    [Range(0.01, 1_000_000)]
    public double TrendingFloor { get; init; } = 2;

    /// <summary>
    /// How many items, those met most, the dense model weighs all pairs of: training takes time by the cube and memory by the
    /// square. Default 10,000: about 10 s on two cores and 600 MB while it trains.
    /// </summary>
    [Range(100, 40_000)]
    public int DenseItems { get; init; } = 10_000;

    /// <summary>How many similar items the trained model keeps for each item. Default 100.</summary>
    [Range(1, 1000)]
    public int NeighboursPerItem { get; init; } = 100;

    /// <summary>Added below the fraction of every cosine, so that pairs seen once do not look alike. Default 20.</summary>
    [Range(0.0, 10_000)]
    public double Shrinkage { get; init; } = 20;

    /// <summary>How many items, the newest, a person's history keeps; older ones still count as seen. Default 500.</summary>
    [Range(10, 5000)]
    public int HistoryCap { get; init; } = 500;

    /// <summary>
    /// The weight of the item at place p of a history is this to the power p, 0 being the newest. Default 0.97;
    /// 1 where time says nothing.
    /// </summary>
    [Range(0.5, 1)]
    public double HistoryPositionDecay { get; init; } = 0.97;

    /// <summary>How many people of similar taste are heard; 0 turns user-based recommendations off. Default 100.</summary>
    [Range(0, 1000)]
    public int UserNeighbours { get; init; } = 100;

    /// <summary>How many visits of others a request reads, about, to find people of similar taste. Default 5,000.</summary>
    [Range(100, 1_000_000)]
    public int UserScanLimit { get; init; } = 5000;

    /// <summary>How many people, the newest, each item remembers. Default 500.</summary>
    [Range(10, 100_000)]
    public int AudienceCap { get; init; } = 500;

    /// <summary>
    /// For a person who met n items the personal part weighs n/(n + this), the rest what is popular, times the share of
    /// people who met the most popular item. Default 10.
    /// </summary>
    [Range(0.0, 1000)]
    public double PersonalBlendConstant { get; init; } = 10;

    /// <summary>The weight of the current item and session beside a person's history. Default 0.5.</summary>
    [Range(0.0, 1)]
    public double ContextWeight { get; init; } = 0.5;

    /// <summary>How many items of a session, the newest, are paired with the next one. Default 20.</summary>
    [Range(1, 100)]
    public int SessionWindow { get; init; } = 20;

    /// <summary>
    /// Events of a person further apart lie in two sessions. Default 30 minutes. Ignored when the event names its session.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SessionGap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many open sessions are remembered at least, at most twice as many. Default 10,000.</summary>
    [Range(100, 1_000_000)]
    public int OpenSessions { get; init; } = 10_000;

    /// <summary>How many items each item remembers from shared sessions. Default 256.</summary>
    [Range(20, 10_000)]
    public int SessionPartners { get; init; } = 256;

    /// <summary>
    /// One place in so many, the last, is for an item of which little is known: the 10th, the 20th. Default 10; 0 explores nothing.
    /// </summary>
    [Range(0, 1000)]
    public int ExploreEvery { get; init; } = 10;

    /// <summary>Little is known of an item that fewer people than this have met. Default 5.</summary>
    [Range(1, 1000)]
    public int ExploreBelow { get; init; } = 5;

    /// <summary>The share of exploration that is spread evenly, so that no item's chance ever ends. Default 0.1.</summary>
    [Range(0.0, 1)]
    public double ExploreEvenly { get; init; } = 0.1;

    /// <summary>Whether items met in interactions only, never in the catalogue, are recommended. Default yes.</summary>
    public bool RecommendUncataloguedItems { get; init; } = true;

    /// <summary>What is out of range, one sentence each; empty when the settings can be used.</summary>
    public IReadOnlyList<string> Problems() => SettingRanges.Problems(this);
}
