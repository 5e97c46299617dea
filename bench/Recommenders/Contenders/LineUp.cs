using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>
/// Who takes part where. Data sets that others published figures of get the settings those were made with; all others the
/// settings that did well on the like.
/// </summary>
internal static class LineUp
{
    public static IContender[] For(DataSet dataSet) =>
    [
        Line.Popularity(),
        .. dataSet.HasTimes ? [Line.RecentPopularity(30)] : Array.Empty<IContender>(),
        .. Lambdas(dataSet).Select((lambda, place) => Line.Ease(lambda, dataSet.ItemCount, isFirst: place == 0)),
        Line.ShortEase(Lambdas(dataSet)[0]),
        Known(dataSet.Name) == "ncf-ml-1m" ? Line.Factors(0.3, 0.007) : Line.Factors(0.1, 0.02),
        .. Neighbourhoods(dataSet.Name),
        Line.Served(isInTime: dataSet.HasTimes && dataSet.LaterShare() > MostlyLater),
    ];

    public static IContender[] ForNewcomers(DataSet dataSet) =>
    [
        Line.Popularity(),
        Line.RecentPopularity(30),
        Line.ShortEase(Lambdas(dataSet)[0]),
        Line.Rp3Beta(200, 0.6, 0.4),
        Line.ItemKnn(MatrixWeighting.TfIdf, 200, 20),
        Line.UserKnn(100, 10),
        Line.Served(isInTime: true),
    ];

    public static IContender[] ForSessions() =>
    [
        Line.Popularity(),
        Line.LastItemRules(),
        Line.SequentialRules(0.5),
        Line.ItemKnn(MatrixWeighting.None, 100, 0),
        Line.ServedShelf(),
        Line.ServedSession(),
    ];

    /// <summary>Where what is held back was drawn from the whole history, times would only mislead.</summary>
    private const double MostlyLater = 0.5;

    /// <summary>Those of the studies; else by how long histories are.</summary>
    private static double[] Lambdas(DataSet dataSet) => Known(dataSet.Name) switch
    {
        "ids4nr/MovieLens" => [210.9260335725507],
        "ids4nr/Music" => [47.11431042076403],
        "ids4nr/Beauty" => [105.27021898818253],
        "ms-ml100k-split" => [300],
        "ncf-ml-1m" or "ml-1m-mfgnn" => [1000],
        "ml-1m-geon0325" => [1000, 500],
        "ml-1m-geon0325 (with validation)" => [500],
        "lastfm" or "beibei" => [100],
        _ => [(dataSet.Train.Length / dataSet.PersonCount) switch { < 20 => 100, < 120 => 300, _ => 1000 }],
    };

    private static IContender[] Neighbourhoods(string name) => Known(name) switch
    {
        "ids4nr/MovieLens" =>
        [
            Line.Rp3Beta(479, 0.41257885094571617, 0.6050046063241745),
            Line.P3Alpha(117, 0.4490914092362502, normalise: true),
            Line.ItemKnn(MatrixWeighting.TfIdf, 805, 544), Line.ItemKnn(MatrixWeighting.Bm25, 805, 544),
            Line.ItemKnn(MatrixWeighting.None, 805, 544), Line.UserKnn(1000, 1000), Line.Sar(),
        ],
        "ids4nr/Music" =>
        [
            Line.Rp3Beta(363, 0.45815768400879797, 0.39431553250158924, normalise: false),
            Line.P3Alpha(85, 0.4590018257740354, normalise: true),
            Line.ItemKnn(MatrixWeighting.TfIdf, 623, 193), Line.UserKnn(100, 10), Line.Sar(),
        ],
        "ids4nr/Beauty" =>
        [
            // The study does not say whether these were normalised.
            Line.Rp3Beta(1000, 0.5472822005926639, 0.15218913649100715),
            Line.Rp3Beta(1000, 0.5472822005926639, 0.15218913649100715, normalise: false),
            Line.P3Alpha(431, 0.5496778369228872, normalise: true), Line.P3Alpha(431, 0.5496778369228872),
            Line.ItemKnn(MatrixWeighting.TfIdf, 1000, 1000), Line.UserKnn(100, 10), Line.Sar(),
        ],
        "ms-ml100k-split" =>
        [
            Line.Sar(30), Line.Sar(), Line.Rp3Beta(100, 0.6, 0.4), Line.ItemKnn(MatrixWeighting.TfIdf, 200, 100),
            Line.ItemKnn(MatrixWeighting.Bm25, 100, 10), Line.UserKnn(100, 10),
        ],
        "ncf-ml-1m" =>
            [Line.Rp3Beta(100, 1, 0.6), Line.ItemKnn(MatrixWeighting.TfIdf, 200, 50), Line.UserKnn(100, 10), Line.Sar()],
        "ml-1m-mfgnn" =>
            [Line.Rp3Beta(200, 0.8, 0.3), Line.ItemKnn(MatrixWeighting.TfIdf, 200, 20), Line.UserKnn(100, 10), Line.Sar()],
        "ml-1m-geon0325" or "ml-1m-geon0325 (with validation)" =>
            [Line.Rp3Beta(100, 0.6, 0.4), Line.ItemKnn(MatrixWeighting.TfIdf, 200, 20), Line.UserKnn(100, 10), Line.Sar()],
        "lastfm" or "beibei" =>
        [
            Line.Rp3Beta(100, 0.6, 0.4), Line.ItemKnn(MatrixWeighting.None, 100, 10),
            Line.ItemKnn(MatrixWeighting.TfIdf, 100, 10), Line.UserKnn(100, 10),
        ],
        _ =>
        [
            Line.Rp3Beta(200, 0.6, 0.4), Line.P3Alpha(200, 0.6), Line.ItemKnn(MatrixWeighting.TfIdf, 200, 20),
            Line.ItemKnn(MatrixWeighting.Bm25, 200, 20), Line.ItemJaccard(200, 20), Line.UserKnn(100, 10), Line.Sar(),
        ],
    };

    /// <summary>The name by which figures of a data set are known, whatever else its folder is called.</summary>
    public static string Known(string name) =>
        Names.FirstOrDefault(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ?? name;

    private static readonly string[] Names =
    [
        "ids4nr/MovieLens", "ids4nr/Music", "ids4nr/Beauty", "ms-ml100k-split", "ncf-ml-1m", "ml-1m-mfgnn",
        "ml-1m-geon0325 (with validation)", "ml-1m-geon0325", "lastfm", "beibei", "rsc15",
    ];
}
