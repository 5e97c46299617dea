namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Cases whose probabilities lie close together: what was said of them on average, and what came true.</summary>
/// <param name="Low">The smallest probability in it.</param>
/// <param name="High">The largest.</param>
/// <param name="Cases">At least 1.</param>
/// <param name="Said">The mean probability.</param>
public sealed record ReliabilityBin(double Low, double High, long Cases, long Positives, double Said)
{
    /// <summary>The share that came true.</summary>
    public double Observed => (double)Positives / Cases;

    /// <summary>Of the share, at 95 %.</summary>
    public WilsonInterval Interval => WilsonInterval.Of(Positives, Cases);
}
