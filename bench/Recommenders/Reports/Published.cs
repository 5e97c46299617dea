using PersonalizationEngine.Recommenders.Contenders;

namespace PersonalizationEngine.Recommenders.Reports;

/// <summary>
/// Figures of others: of papers and repositories, and where those have none, of an independent implementation in numpy.
/// </summary>
internal static class Published
{
    private static readonly Dictionary<(string DataSet, string Contender), (string Measure, double Value)[]> Figures = new()
    {
        [("ids4nr/MovieLens", "Popularity")] = [("R@5", .052), ("R@10", .087)],
        [("ids4nr/MovieLens", "EASE")] = [("R@5", .119), ("R@10", .185)],
        [("ids4nr/MovieLens", "RP3beta")] = [("R@5", .106), ("R@10", .174)],
        [("ids4nr/MovieLens", "P3alpha")] = [("R@5", .105), ("R@10", .162)],
        [("ids4nr/MovieLens", "ItemKNN Bm25")] = [("R@5", .1055), ("R@10", .1658)],
        [("ids4nr/MovieLens", "ItemKNN TfIdf")] = [("R@5", .0931), ("R@10", .1442)],
        [("ids4nr/MovieLens", "ItemKNN")] = [("R@5", .0762), ("R@10", .1169)],
        [("ids4nr/MovieLens", "UserKNN")] = [("R@5", .073), ("R@10", .110)],
        [("ids4nr/Music", "EASE")] = [("R@5", .158), ("R@10", .214)],
        [("ids4nr/Music", "RP3beta")] = [("R@5", .160), ("R@10", .219)],
        [("ids4nr/Music", "P3alpha")] = [("R@5", .155), ("R@10", .212)],
        [("ids4nr/Music", "ItemKNN TfIdf")] = [("R@5", .153), ("R@10", .211)],
        [("ids4nr/Beauty", "EASE")] = [("R@5", .050), ("R@10", .067)],
        [("ids4nr/Beauty", "RP3beta")] = [("R@5", .045), ("R@10", .064)],
        [("ids4nr/Beauty", "P3alpha")] = [("R@5", .043), ("R@10", .062)],
        [("ids4nr/Beauty", "ItemKNN TfIdf")] = [("R@5", .041), ("R@10", .058)],
        [("ms-ml100k-split", "SAR")] = [("P@10", .3406), ("R@10", .1854), ("nDCG@10", .3938), ("MAP@10", .1140)],
        [("ms-ml100k-split", "Popularity")] = [("P@10", .2283), ("R@10", .1130), ("nDCG@10", .2521), ("MAP@10", .0559)],
        [("ms-ml100k-split", "EASE")] = [("P@10", .4221), ("R@10", .2296), ("nDCG@10", .4842), ("MAP@10", .1499)],
        [("ms-ml100k-split", "iALS")] = [("P@10", .4172), ("R@10", .2323), ("nDCG@10", .4770), ("MAP@10", .1503)],
        [("ms-ml100k-split", "RP3beta")] = [("P@10", .4021), ("R@10", .2198), ("nDCG@10", .4648), ("MAP@10", .1419)],
        [("ms-ml100k-split", "ItemKNN TfIdf")] = [("P@10", .3940), ("R@10", .2181), ("nDCG@10", .4533), ("MAP@10", .1381)],
        [("ms-ml100k-split", "ItemKNN Bm25")] = [("P@10", .3923), ("R@10", .2153), ("nDCG@10", .4503), ("MAP@10", .1335)],
        [("ms-ml100k-split", "UserKNN")] = [("P@10", .3824), ("R@10", .2075), ("nDCG@10", .4392), ("MAP@10", .1313)],
        [("ncf-ml-1m", "Popularity")] = [("HR@10", .4538), ("nDCG@10", .2536)],
        [("ncf-ml-1m", "ItemKNN TfIdf")] = [("HR@10", .6596), ("nDCG@10", .3925)],
        [("ncf-ml-1m", "RP3beta")] = [("HR@10", .6684), ("nDCG@10", .4012)],
        [("ncf-ml-1m", "iALS")] = [("HR@10", .7228), ("nDCG@10", .4435)],
        [("ncf-ml-1m", "EASE")] = [("HR@10", .7182), ("nDCG@10", .4494)],
        [("ml-1m-mfgnn", "Popularity")] =
            [("P@10", .1024), ("R@10", .0364), ("nDCG@10", .1104), ("R@20", .0684), ("nDCG@20", .1109)],
        [("ml-1m-mfgnn", "EASE")] = [("P@10", .1288), ("R@10", .0698), ("nDCG@10", .1418), ("R@20", .1262), ("nDCG@20", .1539)],
        [("ml-1m-mfgnn", "UserKNN")] =
            [("P@10", .1289), ("R@10", .0634), ("nDCG@10", .1417), ("R@20", .1161), ("nDCG@20", .1509)],
        [("ml-1m-mfgnn", "ItemKNN TfIdf")] =
            [("P@10", .1231), ("R@10", .0640), ("nDCG@10", .1350), ("R@20", .1142), ("nDCG@20", .1441)],
        [("ml-1m-mfgnn", "RP3beta")] =
            [("P@10", .1190), ("R@10", .0587), ("nDCG@10", .1322), ("R@20", .1062), ("nDCG@20", .1389)],
        [("ml-1m-geon0325", "Popularity")] =
            [("P@10", .1457), ("R@10", .0687), ("nDCG@10", .1632), ("R@20", .1181), ("nDCG@20", .1640)],
        [("ml-1m-geon0325", "EASE")] =
            [("P@10", .2825), ("R@10", .1642), ("nDCG@10", .3274), ("R@20", .2540), ("nDCG@20", .3270)],
        [("ml-1m-geon0325", "EASE, lambda 500")] =
            [("P@10", .2809), ("R@10", .1646), ("nDCG@10", .3255), ("R@20", .2538), ("nDCG@20", .3250)],
        [("ml-1m-geon0325", "RP3beta")] =
            [("P@10", .2694), ("R@10", .1551), ("nDCG@10", .3120), ("R@20", .2436), ("nDCG@20", .3126)],
        [("ml-1m-geon0325", "ItemKNN TfIdf")] =
            [("P@10", .2610), ("R@10", .1489), ("nDCG@10", .3010), ("R@20", .2302), ("nDCG@20", .2984)],
        [("ml-1m-geon0325", "UserKNN")] =
            [("P@10", .2499), ("R@10", .1467), ("nDCG@10", .2894), ("R@20", .2251), ("nDCG@20", .2878)],
        [("ml-1m-geon0325 (with validation)", "EASE")] =
            [("P@10", .3397), ("R@10", .1856), ("nDCG@10", .3978), ("R@20", .2819), ("nDCG@20", .3858)],
        [("ml-1m-geon0325 (with validation)", "RP3beta")] = [("nDCG@10", .3712), ("nDCG@20", .3592)],
        [("ml-1m-geon0325 (with validation)", "ItemKNN TfIdf")] = [("nDCG@10", .3562), ("nDCG@20", .3428)],
        [("lastfm", "Popularity")] = [("nDCG@20", .0972)],
        [("lastfm", "EASE")] = [("R@20", .2504), ("nDCG@20", .2407)],
        [("lastfm", "iALS")] = [("nDCG@20", .2384)],
        [("lastfm", "ItemKNN")] = [("nDCG@20", .2303)],
        [("lastfm", "ItemKNN TfIdf")] = [("nDCG@20", .2148)],
        [("lastfm", "UserKNN")] = [("nDCG@20", .2082)],
        [("lastfm", "RP3beta")] = [("nDCG@20", .1987)],
        [("beibei", "Popularity")] = [("HR@10", .0324)],
        [("beibei", "EASE")] = [("HR@10", .0552)],
        [("beibei", "iALS")] = [("HR@10", .0519)],
        [("beibei", "RP3beta")] = [("HR@10", .0419)],
        [("rsc15", "Popularity")] = [("HR@20", .0677), ("MRR@20", .0182)],
        [("rsc15", "Last-item co-occurrence")] = [("HR@20", .5877), ("MRR@20", .2884)],
        [("rsc15", "Sequential rules")] = [("HR@20", .5284), ("MRR@20", .2459)],
    };

    /// <returns>Null where nobody published one.</returns>
    public static double? Of(string dataSet, string contender, string measure)
    {
        if (!Figures.TryGetValue((LineUp.Known(dataSet), contender), out var figures)) return null;
        return figures.Where(figure => figure.Measure == measure).Select(figure => (double?)figure.Value).FirstOrDefault();
    }
}
