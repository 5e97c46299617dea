using PersonalizationEngine.Core.Recommendations.Algebra;
using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Chooses the shares of each band, and says how well the choice does on people it was not made by.</summary>
internal sealed class BandChoice(IReadOnlyCollection<ScoredCase> cases, IReadOnlyList<BlendPart> parts)
{
    private const int LeastCases = 40;

    // People a little before or beyond a band are much like those in it, and twice the cases is half the chance.
    private const double NeighbourWeight = 0.5;

    public IReadOnlyList<BandFigures> Choose(int cores, CancellationToken cancellationToken)
    {
        var figures = new BandFigures[BlendPlan.BandEdges.Length];
        SharedLoop.Run(figures.Length, cores, band => figures[band] = Of(band), cancellationToken);
        return figures;
    }

    private BandFigures Of(int band)
    {
        WeighedCase[] own = [.. cases.Where(each => IsIn(each, band)).Select(each => new WeighedCase(each, 1))];
        WeighedCase[] near = [
            .. own,
            .. cases.Where(each => each.About.IsNewcomer && (IsIn(each, band - 1) || IsIn(each, band + 1)))
                .Select(each => new WeighedCase(each, NeighbourWeight)),
        ];
        var from = BlendPlan.BandEdges[band];
        var byPart = parts.ToDictionary(part => part, part => BlendSearch.MeanNdcg(own, BlendSearch.Alone(part)));
        if (own.Length < LeastCases) return new BandFigures(from, own.Length, null, byPart, null);

        var crossed = (JudgedOn(band, own, near, 0) + JudgedOn(band, own, near, 1)) / own.Length;
        return new BandFigures(from, own.Length, BlendSearch.Find(near, From(band)), byPart, crossed);
    }

    /// <summary>The sum of nDCG over one half of the people, with shares chosen on the other.</summary>
    private double JudgedOn(int band, WeighedCase[] own, WeighedCase[] near, int half)
    {
        var chosen = BlendSearch.Find([.. near.Where(each => each.Case.About.Person % 2 != half)], From(band));
        return own.Where(each => each.Case.About.Person % 2 == half).Sum(each => each.Case.Ndcg(chosen));
    }

    /// <summary>What is known of other sites comes first: popularity serves newcomers best, and the dense model regulars.</summary>
    private BlendPart[] From(int band)
    {
        var first = BlendPlan.BandEdges[band] < HoldOut.LeastKnownOfRegulars ? BlendPart.Lasting : parts[0];
        return [first, .. parts.Where(part => part != first)];
    }

    private static bool IsIn(ScoredCase scored, int band)
    {
        var edges = BlendPlan.BandEdges;
        if ((uint)band >= (uint)edges.Length || scored.About.Known < edges[band]) return false;
        return band + 1 == edges.Length || scored.About.Known < edges[band + 1];
    }
}
