using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring.Calibration;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <summary>What one more of something is worth.</summary>
/// <param name="Feature">A factor, or a name of the profile.</param>
/// <param name="Value">Of the profile, as JSON text; null for a factor, and for a profile that says nothing.</param>
/// <param name="Mean">On average. Points × (value − mean) is what puts somebody above or below the average.</param>
internal sealed record LearntPointsAnswer(string Feature, string? Value, double Points, double Mean)
{
    public static IEnumerable<LearntPointsAnswer> Of(LearntModel learnt) => learnt.Features.Select((feature, place) => feature switch
    {
        FactorFeature factor => new LearntPointsAnswer(factor.Factor.Name(), null, learnt.Points[place], learnt.Means[place]),
        AttributeFeature attribute => new LearntPointsAnswer(
            attribute.Path, attribute.Level.Kind == AttributeKind.Missing ? null : attribute.Level.ToString(), learnt.Points[place], learnt.Means[place]),
        _ => throw new ArgumentException($"A feature of kind {feature.GetType().Name} is not known.", nameof(learnt)),
    });
}
