using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>recommendations</c>.</summary>
/// <param name="History">How far back interactions are learnt from.</param>
/// <param name="Comparison">Who gets the popular list.</param>
internal sealed record RecommendationSettings(
    InteractionWeights Weights, RecommenderSettings Recommender, TimeSpan History, ComparisonGroup Comparison)
{
    private const string TypesKey = "recommendations:interaction_weights", NamesKey = "recommendations:event_weights",
        PurchasesKey = "recommendations:purchase_events", ShareKey = "recommendations:comparison_share",
        SeedKey = "recommendations:comparison_seed";

    public static RecommendationSettings Read(SettingsReader reader)
    {
        var weights = ReadWeights(reader);
        var defaults = new RecommenderSettings();
        var recommender = defaults with
        {
            PopularityHalfLife = reader.Days("recommendations:popularity_half_life_days", defaults.PopularityHalfLife, 1, 3650),
            TrendingHalfLife = reader.Days("recommendations:trending_half_life_days", defaults.TrendingHalfLife, 0.05, 365),
            DenseItems = reader.Integer("recommendations:dense_items", defaults.DenseItems, 100, 40_000, "items"),
            HistoryCap = reader.Integer("recommendations:history_items", defaults.HistoryCap, 10, 5000, "items"),
            ExploreEvery = reader.Integer("recommendations:explore_every", defaults.ExploreEvery, 0, 1000, "places"),
            ExploreBelow = reader.Integer("recommendations:explore_below", defaults.ExploreBelow, 1, 1000, "people"),
            ExploreEvenly = (double)reader.Decimal("recommendations:explore_evenly", (decimal)defaults.ExploreEvenly, 0, 1),
        };
        return new RecommendationSettings(
            weights, recommender, reader.Days("recommendations:history_days", TimeSpan.FromDays(365), 1, 3650),
            ReadComparison(reader));
    }

    private static ComparisonGroup ReadComparison(SettingsReader reader)
    {
        var share = reader.Decimal(ShareKey, (decimal)ComparisonGroup.DefaultShare, 0, (decimal)ComparisonGroup.HighestShare);
        reader.Describe(SeedKey, ComparisonGroup.DefaultSeed, "", "any text; another one makes the group of other people");
        return new ComparisonGroup((double)share, reader.Text(SeedKey) ?? ComparisonGroup.DefaultSeed);
    }

    private static InteractionWeights ReadWeights(SettingsReader reader)
    {
        var defaults = InteractionWeights.Default;
        var byType = ReadWeights(reader, TypesKey, defaults.ByType, "types that are not listed say nothing", StringComparer.Ordinal);
        var byName = ReadWeights(
            reader, NamesKey, defaults.ByName, "names that are not listed weigh what their type does", StringComparer.OrdinalIgnoreCase);
        reader.Describe(
            PurchasesKey, string.Join(", ", defaults.Purchases.Order(StringComparer.Ordinal)), "", "activity types and event names");
        var purchases = reader.Texts(PurchasesKey)?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new InteractionWeights(byType) { ByName = byName, Purchases = purchases ?? defaults.Purchases };
    }

    private static IReadOnlyDictionary<string, double> ReadWeights(
        SettingsReader reader, string section, IReadOnlyDictionary<string, double> defaults, string note, StringComparer comparer)
    {
        foreach (var (name, weight) in defaults)
            reader.Describe($"{section}:{name}", weight.ToString(CultureInfo.InvariantCulture), "", $"0.001 to 100; {note}");
        var names = reader.Children(section);
        return names.Count == 0
            ? defaults
            : names.ToDictionary(name => name, name => (double)reader.Decimal($"{section}:{name}", 1, 0.001m, 100), comparer);
    }
}
