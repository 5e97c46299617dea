namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>What is to be held of an effect after it was measured: a normal distribution, as GrowthBook has it.</summary>
/// <param name="Mean">The effect to expect.</param>
/// <param name="Error">The standard deviation of the belief.</param>
public readonly record struct BayesianLift(double Mean, double Error)
{
    /// <summary>The probability that the treatment is the better one: <c>1 - Φ(0)</c> of the distribution.</summary>
    public double ChanceToWin => StandardNormal.Below(Mean / Error);

    /// <summary>What is lost on average by taking the treatment when it is the worse one: <c>E[max(0, -effect)]</c>, in the effect's unit.</summary>
    public double RiskOfTaking => RiskOfLeaving - Mean;

    /// <summary>What is lost on average by staying with the control: <c>E[max(0, effect)] = μ Φ(μ/σ) + σ φ(μ/σ)</c>.</summary>
    public double RiskOfLeaving => (Mean * ChanceToWin) + (Error * StandardNormal.Density(Mean / Error));

    /// <summary>Prior and measurement weighed by their precision.</summary>
    public static BayesianLift Of(Effect effect, LiftPrior prior)
    {
        double measured = 1 / (effect.Error * effect.Error), held = 1 / prior.Variance;
        return new BayesianLift(((effect.Value * measured) + (prior.Mean * held)) / (measured + held), Math.Sqrt(1 / (measured + held)));
    }

    /// <summary>With this probability the effect lies in it, as much outside on one side as on the other.</summary>
    public Interval Credible(double probability) => Interval.Around(Mean, StandardNormal.Quantile((1 + probability) / 2) * Error);
}
