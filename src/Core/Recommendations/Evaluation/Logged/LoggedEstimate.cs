using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <param name="Error">The standard error.</param>
public readonly record struct LoggedEstimate(double Value, double Error)
{
    /// <summary>Lower end of the 95 % interval of a rate.</summary>
    public double Low => Math.Max(0, Value - (StandardNormal.Z95 * Error));

    /// <summary>Its upper end.</summary>
    public double High => Math.Min(1, Value + (StandardNormal.Z95 * Error));
}
