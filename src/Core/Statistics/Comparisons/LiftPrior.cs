namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>What is held of an effect before anything was measured: a normal distribution.</summary>
public readonly record struct LiftPrior(double Mean, double Variance)
{
    /// <summary>Nothing is held: every effect is as likely as any other.</summary>
    public static LiftPrior Flat { get; } = new(0, double.PositiveInfinity);
}
