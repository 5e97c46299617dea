namespace PersonalizationEngine.Core.Recommendations;

/// <summary>What a <see cref="RecommendationReason"/> says.</summary>
public enum ReasonKind : byte
{
    /// <summary>An item of the history, and how many more, spoke for it.</summary>
    Viewed,
    SimilarTaste,

    /// <summary>It shared sessions with the item named.</summary>
    ViewedTogether,
    Similar,
    Related,

    /// <summary>So many people met it within the span.</summary>
    Trending,

    /// <summary>So many people met it.</summary>
    Popular,

    /// <summary>In the category or tag named, if any.</summary>
    New,

    /// <summary>Few have met it yet.</summary>
    Exploration,
    Pinned,

    /// <summary>People of the person's segment met it.</summary>
    PopularInSegment,

    /// <summary>Another recommender proposed it.</summary>
    Proposed,
}
