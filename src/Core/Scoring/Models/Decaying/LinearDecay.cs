namespace PersonalizationEngine.Core.Scoring.Models.Decaying;

/// <summary><c>max(0, 1 - r × age/T)</c>: 10 points losing half every 30 days are 7.5 after 15 days, 5 after 30 and 0 after 60.</summary>
/// <param name="Share">Lost in each period: above 0, at most 1.</param>
public sealed record LinearDecay(TimeSpan Period, double Share) : Decay
{
    public override string Curve => "linear";

    public override TimeSpan? Reach => Period / Share;

    public override double Left(TimeSpan age) => Math.Max(0, 1 - Share * (age / Period));
}
