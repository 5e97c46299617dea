namespace PersonalizationEngine.Core.Recommendations;

/// <summary>What spoke for a recommended item. <see cref="RecommendationSourceNames"/> has the names for the wire.</summary>
public enum RecommendationSource : byte
{
    /// <summary>Items of the person's history are like it.</summary>
    ItemBased,

    /// <summary>People with a similar history met it.</summary>
    UserBased,

    /// <summary>It goes with the current item or session.</summary>
    Similar,

    /// <summary>Many met it in the last days.</summary>
    Trending,

    /// <summary>Many met it.</summary>
    Popular,

    /// <summary>It is in the catalogue and nobody has met it yet.</summary>
    New,

    /// <summary>Gorse, the recommender outside, proposed it for the person.</summary>
    Gorse,

    /// <summary>Few have met it: an exploration place gave it a chance to be found out about.</summary>
    Exploration,

    /// <summary>Whoever asked pinned it there.</summary>
    Pinned,

    /// <summary>It is popular, and the person is one of those whom personal lists are compared by.</summary>
    Comparison,

    /// <summary>Many people of the person's segment met it.</summary>
    PopularInSegment,
}
