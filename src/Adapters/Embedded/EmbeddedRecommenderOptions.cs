using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Adapters.Embedded;

/// <param name="History">How far back stored interactions are learnt from.</param>
public sealed record EmbeddedRecommenderOptions(RecommenderSettings Settings, TimeSpan History);
