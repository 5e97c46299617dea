using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Models.Linear;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>Each recommender in one line: its name, its settings as the report prints them, and how it learns.</summary>
internal static class Line
{
    // From here on the solve takes longer than all other models together.
    private const int LargeCatalogue = 9000;

    private static readonly int Cores = Environment.ProcessorCount;

    public static IContender Popularity() => new ModelContender("Popularity", "", new PopularityTrainer().Train);

    public static IContender RecentPopularity(double days) => new ModelContender(
        "Popularity, fading", Text($"half-life {days} d"), new PopularityTrainer(TimeSpan.FromDays(days)).Train);

    /// <summary>As in the paper, of all items anybody met; of a large catalogue, those that three people met.</summary>
    public static IContender Ease(double lambda, int itemCount, bool isFirst) => Ease(
        isFirst ? "EASE" : Text($"EASE, lambda {lambda}"),
        new() { Lambda = lambda, WeightsPerItem = 0, MinimumInteractions = itemCount > LargeCatalogue ? 3 : 1 });

    /// <summary>As the engine would keep it: items that three people met, 200 weights each.</summary>
    public static IContender ShortEase(double lambda) => Ease("EASE, cut", new() { Lambda = lambda });

    public static IContender Rp3Beta(int neighbours, double alpha, double beta, bool normalise = true) => new ModelContender(
        "RP3beta",
        Text($"k {neighbours}, alpha {alpha:0.###}, beta {beta:0.###}{(normalise ? ", normalised" : "")}"),
        matrix => new Rp3BetaTrainer(new() { Neighbours = neighbours, Alpha = alpha, Beta = beta, Normalise = normalise }, Cores).Train(matrix));

    public static IContender P3Alpha(int neighbours, double alpha, bool normalise = false) => new ModelContender(
        "P3alpha",
        Text($"k {neighbours}, alpha {alpha:0.###}{(normalise ? ", normalised" : "")}"),
        matrix => new Rp3BetaTrainer(new() { Neighbours = neighbours, Alpha = alpha, Beta = 0, Normalise = normalise }, Cores).Train(matrix));

    public static IContender ItemKnn(MatrixWeighting weighting, int neighbours, double shrinkage) => new ModelContender(
        weighting == MatrixWeighting.None ? "ItemKNN" : $"ItemKNN {weighting}",
        Text($"cosine, k {neighbours}, shrink {shrinkage}"),
        matrix => new ItemKnnTrainer(new() { Weighting = weighting, Neighbours = neighbours, Shrinkage = shrinkage }, Cores).Train(matrix));

    public static IContender ItemJaccard(int neighbours, double shrinkage) => new ModelContender(
        "ItemKNN Jaccard",
        Text($"k {neighbours}, shrink {shrinkage}"),
        matrix => new ItemKnnTrainer(
            new()
            {
                Weighting = MatrixWeighting.None,
                Similarity = ItemSimilarity.Jaccard,
                Neighbours = neighbours,
                Shrinkage = shrinkage,
            },
            Cores).Train(matrix));

    public static IContender UserKnn(int neighbours, double shrinkage) => new ModelContender(
        "UserKNN",
        Text($"cosine, k {neighbours}, shrink {shrinkage}"),
        new UserKnnTrainer(new() { Neighbours = neighbours, Shrinkage = shrinkage }).Train);

    public static IContender Sar(double? halfLifeDays = null) => new ModelContender(
        halfLifeDays is null ? "SAR, ageless" : "SAR",
        halfLifeDays is null ? "Jaccard" : Text($"Jaccard, ratings, half-life {halfLifeDays} d"),
        new SarTrainer(new(), Cores).Train)
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

    /// <param name="isInTime">Whether what is to be found comes after what is known; otherwise no times are told.</param>
    public static IContender Served(bool isInTime) => isInTime
        ? new ServedContender("**served**", "defaults", new(), isInTime)
        : new ServedContender("**served**, timeless", "defaults", new(), isInTime);

    public static IContender ServedSession() => new SessionContender("**served**, session", "defaults", new(), IsShelf: false);

    public static IContender ServedShelf() => new SessionContender("**served**, similar items", "defaults", new(), IsShelf: true);

    public static IContender Factors(double unseen, double lambda) => new ModelContender(
        "iALS",
        Text($"64 factors, unseen {unseen}, lambda {lambda}, 12 sweeps"),
        matrix => new FactorTrainer(new() { UnseenWeight = unseen, Lambda = lambda, UnitWeights = true, Cores = Cores }).Train(matrix));

    private static ModelContender Ease(string name, EaseSettings settings)
    {
        var kept = settings.WeightsPerItem == 0 ? "all weights" : Text($"{settings.WeightsPerItem} weights");
        var head = settings.MinimumInteractions == 1 ? "" : Text($" of items met {settings.MinimumInteractions} times");
        return new ModelContender(name, Text($"lambda {settings.Lambda:0.#}, {kept}{head}"), matrix =>
            new EaseTrainer(settings with { UnitWeights = true, Cores = Cores }).Train(matrix).Model
                ?? throw new InvalidOperationException($"lambda {settings.Lambda} is too small for the data."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
