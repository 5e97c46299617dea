using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Functions.Admin.Recommenders;

/// <param name="FromItems">The band: people who met at least so many items, up to the next band.</param>
/// <param name="Cases">How many beginnings of held-out histories were judged.</param>
/// <param name="Shares">What each part of the blend counts, adding up to 1; null when there were too few cases to choose by.</param>
/// <param name="HeldOutNdcg">Mean nDCG@10 on held-out histories of each part alone, and of the <c>blend</c> where one was chosen.</param>
internal sealed record BandAnswer(
    int FromItems, int Cases, IReadOnlyDictionary<string, double>? Shares, IReadOnlyDictionary<string, double> HeldOutNdcg)
{
    private const int Decimals = 4;

    public static BandAnswer Of(BandFigures band) => new(
        band.FromItems,
        band.Cases,
        band.Shares is { } shares
            ? Enum.GetValues<BlendPart>().Where(part => shares[part] > 0).ToDictionary(BlendPartNames.Of, part => Rounded(shares[part] / shares.Total))
            : null,
        Ndcg(band).ToDictionary(each => each.Name, each => Rounded(each.Value)));

    private static IEnumerable<(string Name, double Value)> Ndcg(BandFigures band)
    {
        var parts = band.NdcgByPart.OrderBy(each => each.Key).Select(each => (BlendPartNames.Of(each.Key), each.Value));
        return band.BlendNdcg is { } blend ? parts.Append(("blend", blend)) : parts;
    }

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
