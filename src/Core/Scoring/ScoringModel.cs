using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Core.Scoring;

/// <summary>Points per unit of each factor, and where the segments begin.</summary>
public sealed class ScoringModel(Func<Factor, decimal> weight, SegmentThresholds thresholds)
{
    private readonly decimal[] _weights = [.. FactorNames.All.Select(weight)];

    public static ScoringModel Default { get; } = new(DefaultWeight, SegmentThresholds.Default);

    public SegmentThresholds Thresholds { get; } = thresholds;

    public decimal this[Factor factor] => _weights[(int)factor];

    /// <summary>The weights of the product's requirements.</summary>
    public static decimal DefaultWeight(Factor factor) => factor switch
    {
        Factor.PageViewsLast7d => 0.5m,
        Factor.TimeOnSiteAvg => 1.0m,
        Factor.FormSubmissions => 5.0m,
        Factor.PricingPageVisits => 3.0m,
        Factor.DemoRequest => 10.0m,
        Factor.EmailOpens => 0.5m,
        Factor.EmailClicks => 1.0m,
        Factor.ReturnVisits => 2.0m,
        _ => 0m,
    };
}
