namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>How the parts are blended for whom, as a hold-out chose it. Immutable.</summary>
/// <param name="PositionDecay">
/// The weight of the item at place p of a history, newest first, is this to the power p; above 0 to 1.
/// </param>
/// <param name="Bands">Rising; bands without a choice are left out.</param>
public sealed record BlendPlan(float PositionDecay, IReadOnlyList<BlendBand> Bands)
{
    private static readonly int[] Edges = [1, 2, 4, 8, 15, 35];

    /// <summary>Where bands begin, in items met: people far apart in what they met need different mixes, those near do not.</summary>
    public static ReadOnlySpan<int> BandEdges => Edges;

    /// <summary>The shares for somebody who met so many items; null when nothing was chosen for anybody like that.</summary>
    public BlendShares? SharesFor(int itemsMet)
    {
        BlendShares? shares = null;
        foreach (var band in Bands)
        {
            if (band.FromItems > itemsMet) break;
            shares = band.Shares;
        }

        return shares;
    }
}
