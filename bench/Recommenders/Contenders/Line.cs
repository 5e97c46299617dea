using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>Each recommender in one line: its name, its settings as the report prints them, and how it learns.</summary>
internal static class Line
{
    private static readonly int Cores = Environment.ProcessorCount;

    public static IContender Popularity() => new ModelContender("Popularity", "", new PopularityTrainer().Train);

    public static IContender RecentPopularity(double days) => new ModelContender(
        "Popularity, fading", Text($"half-life {days} d"), new PopularityTrainer(TimeSpan.FromDays(days)).Train);

    public static IContender Rp3Beta(int neighbours, double alpha, double beta, bool normalise = false) => new ModelContender(
        "RP3beta",
        Text($"k {neighbours}, alpha {alpha:0.###}, beta {beta:0.###}{(normalise ? ", normalised" : "")}"),
        new Rp3BetaTrainer(new() { Neighbours = neighbours, Alpha = alpha, Beta = beta, Normalise = normalise }, Cores).Train);

    public static IContender P3Alpha(int neighbours, double alpha, bool normalise = false) => new ModelContender(
        "P3alpha",
        Text($"k {neighbours}, alpha {alpha:0.###}{(normalise ? ", normalised" : "")}"),
        new Rp3BetaTrainer(new() { Neighbours = neighbours, Alpha = alpha, Beta = 0, Normalise = normalise }, Cores).Train);

    public static IContender ItemKnn(MatrixWeighting weighting, int neighbours, double shrinkage) => new ModelContender(
        weighting == MatrixWeighting.None ? "ItemKNN" : $"ItemKNN {weighting}",
        Text($"cosine, k {neighbours}, shrink {shrinkage}"),
        new ItemKnnTrainer(new() { Weighting = weighting, Neighbours = neighbours, Shrinkage = shrinkage }, Cores).Train);

    public static IContender ItemJaccard(int neighbours, double shrinkage) => new ModelContender(
        "ItemKNN Jaccard",
        Text($"k {neighbours}, shrink {shrinkage}"),
        new ItemKnnTrainer(
            new()
            {
                Weighting = MatrixWeighting.None,
                Similarity = ItemSimilarity.Jaccard,
                Neighbours = neighbours,
                Shrinkage = shrinkage,
            },
            Cores).Train);

    public static IContender UserKnn(int neighbours, double shrinkage) => new ModelContender(
        "UserKNN",
        Text($"cosine, k {neighbours}, shrink {shrinkage}"),
        new UserKnnTrainer(new() { Neighbours = neighbours, Shrinkage = shrinkage }).Train);

    public static IContender Sar(double? halfLifeDays = null) => new ModelContender(
        "SAR", Text($"Jaccard{(halfLifeDays is null ? "" : $", ratings fading by half in {halfLifeDays} d")}"), new SarTrainer(new(), Cores).Train)
    {
        AffinityHalfLife = halfLifeDays is { } days ? TimeSpan.FromDays(days) : null,
    };

    public static IContender LastItemRules() => new ModelContender(
        "Last-item co-occurrence", "counts, window 20", new SessionRulesTrainer(SessionRuleSettings.CoOccurrence, Cores).Train)
    {
        PositionDecay = 0,
    };

    public static IContender SequentialRules(double decay) => new ModelContender(
        "Sequential rules",
        Text($"1/distance, decay {decay}"),
        new SessionRulesTrainer(SessionRuleSettings.Sequential, Cores).Train)
    {
        PositionDecay = decay,
    };

    /// <param name="isOrdered">Whether the order of the histories says something of what comes next.</param>
    public static IContender Served(bool isOrdered) => isOrdered
        ? new ServedContender("**served**", "defaults", new())
        : new ServedContender("**served**, ageless", "no decay by place or time", new()
        {
            HistoryPositionDecay = 1,
            PopularityHalfLife = TimeSpan.FromDays(3650),
            TrendingHalfLife = TimeSpan.FromDays(365),
        });

    public static IContender ServedSession() => new SessionContender("**served**, session", "defaults", new(), IsShelf: false);

    public static IContender ServedShelf() => new SessionContender("**served**, similar items", "defaults", new(), IsShelf: true);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
