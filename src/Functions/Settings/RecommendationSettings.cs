using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>recommendations</c>.</summary>
/// <param name="History">How far back interactions are learnt from.</param>
internal sealed record RecommendationSettings(InteractionWeights Weights, RecommenderSettings Recommender, TimeSpan History)
{
    private const string WeightsKey = "recommendations:interaction_weights";

    public static RecommendationSettings Read(SettingsReader reader)
    {
        foreach (var (type, weight) in InteractionWeights.Default.ByType)
            reader.Describe($"{WeightsKey}:{type}", weight.ToString(CultureInfo.InvariantCulture), "", "0.001 to 100; types that are not listed say nothing");
        var types = reader.Children(WeightsKey);
        var weights = types.Count == 0
            ? InteractionWeights.Default
            : new InteractionWeights(types.ToDictionary(
                type => type, type => (double)reader.Decimal($"{WeightsKey}:{type}", 1, 0.001m, 100), StringComparer.Ordinal));
        var defaults = new RecommenderSettings();
        var recommender = defaults with
        {
            PopularityHalfLife = reader.Days("recommendations:popularity_half_life_days", defaults.PopularityHalfLife, 1, 3650),
            TrendingHalfLife = reader.Days("recommendations:trending_half_life_days", defaults.TrendingHalfLife, 0.05, 365),
        };
        return new RecommendationSettings(
            weights, recommender, reader.Days("recommendations:history_days", TimeSpan.FromDays(365), 1, 3650));
    }
}
