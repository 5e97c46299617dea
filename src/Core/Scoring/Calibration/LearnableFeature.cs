using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>Something of a person that a learnt model gives points for.</summary>
public abstract record LearnableFeature
{
    /// <param name="factors">One value per factor, in the order of the enumeration.</param>
    /// <param name="profile">As conditions see it.</param>
    public abstract double ValueOf(IReadOnlyList<double> factors, AttributeMap profile);
}
