using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>A person's factors and the score they give, of the same instant.</summary>
public sealed record LeadMeasurement(BehaviouralFactors Factors, LeadScore Score)
{
    /// <summary>When they did what behavioural conditions ask about; null where nothing was asked.</summary>
    public AttributeMap? Acts { get; init; }
}
