using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>Points for each unit of a behavioural factor.</summary>
public sealed record FactorFeature(Factor Factor) : LearnableFeature
{
    public override double ValueOf(IReadOnlyList<double> factors, AttributeMap profile) => factors[(int)Factor];
}
