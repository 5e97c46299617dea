namespace PersonalizationEngine.Core.Scoring.Models.Decaying;

/// <summary><c>max(0, 1 - r × ⌊age/T⌋)</c>: 10 points losing half every 30 days are 10 until then, 5 from 30 days on and 0 from 60.</summary>
/// <param name="Share">Lost with each whole period: above 0, at most 1.</param>
public sealed record StepDecay(TimeSpan Period, double Share) : Decay
{
    public override string Curve => "step";

    public override TimeSpan? Reach => Math.Ceiling(1 / Share) * Period;

    public override double Left(TimeSpan age) => Math.Max(0, 1 - Share * (age.Ticks / Period.Ticks));
}
