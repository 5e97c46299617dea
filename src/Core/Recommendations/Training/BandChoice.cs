using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Chooses the shares of each band, and says how well the choice does on people it was not made by.</summary>
internal static class BandChoice
{
    private const int LeastCases = 40;

    public static IReadOnlyList<BandFigures> Choose(IReadOnlyCollection<ScoredCase> cases, IReadOnlyList<BlendPart> parts)
    {
        var edges = BlendPlan.BandEdges.ToArray();
        return [.. edges.Select((from, band) =>
        {
            var to = band + 1 < edges.Length ? edges[band + 1] : int.MaxValue;
            return Of(from, [.. cases.Where(each => each.About.Known >= from && each.About.Known < to)], parts);
        })];
    }

    private static BandFigures Of(int from, ScoredCase[] cases, IReadOnlyList<BlendPart> parts)
    {
        var byPart = parts.ToDictionary(part => part, part => BlendSearch.MeanNdcg(cases, BlendSearch.Alone(part)));
        if (cases.Length < LeastCases) return new BandFigures(from, cases.Length, null, byPart, null);

        var (even, odd) = (cases.Where(each => each.About.Person % 2 == 0).ToArray(), cases.Where(each => each.About.Person % 2 == 1).ToArray());
        var crossed = (BlendSearch.MeanNdcg(even, BlendSearch.Find(odd)) * even.Length)
            + (BlendSearch.MeanNdcg(odd, BlendSearch.Find(even)) * odd.Length);
        return new BandFigures(from, cases.Length, BlendSearch.Find(cases), byPart, crossed / cases.Length);
    }
}
