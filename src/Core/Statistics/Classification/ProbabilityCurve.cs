namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Turns scores into probabilities; a higher score never into a lower one, where it was learnt from scores that mean something.</summary>
public abstract record ProbabilityCurve
{
    /// <summary>With fewer positive cases the two numbers of Platt are steadier; from here on the free form of isotonic is worth it.</summary>
    public const int PositivesForIsotonic = 1000;

    /// <summary>0 to 1.</summary>
    public abstract double ProbabilityOf(double score);

    /// <summary>Platt's below 1,000 positive cases, isotonic from there on.</summary>
    /// <param name="cases">Better not those that the scores themselves were learnt from.</param>
    public static ProbabilityCurve Learn(IReadOnlyList<JudgedCase> cases) =>
        cases.Count(one => one.Positive) < PositivesForIsotonic ? PlattCurve.Fit(cases) : IsotonicCurve.Fit(cases);
}
