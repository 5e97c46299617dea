namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>How much more often cases of a group come true than cases on the whole.</summary>
/// <param name="Precision">The rate of the group.</param>
/// <param name="BaseRate">Of all cases, 0 to 1.</param>
public sealed record GroupLift(ClusteredRate Precision, double BaseRate)
{
    /// <summary>Times the base rate, 1 for as often as on the whole; null without cases or without anything that came true.</summary>
    public double? Value => BaseRate > 0 ? Precision.Rate / BaseRate : null;

    /// <summary>Lower end of the 95 % interval of the group's rate, as times the base rate, which is taken as known.</summary>
    public double? Low => Value is null ? null : Precision.Interval.Low / BaseRate;

    /// <summary>Its upper end.</summary>
    public double? High => Value is null ? null : Precision.Interval.High / BaseRate;
}
