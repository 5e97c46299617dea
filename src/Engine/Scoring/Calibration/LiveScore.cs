using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>What the live model says at a look: the score of the settings, or a model of its own.</summary>
/// <param name="Model">Null for the score of the settings.</param>
internal sealed record LiveScore(CompiledLeadModel? Model, ScoringRules Rules)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>How far before a look it asks for acts; null for not at all.</summary>
    public TimeSpan? ActsFor => Model is { AsksActs: true } model ? model.Reach ?? Longest : Model is null ? null : Rules.Windows.Reach;

    public bool AsksProfile => Model?.Model.Rules.Any(rule => rule is FitRule) ?? false;

    public (double Sum, LeadSegment Segment) Of(PersonLooks person, PersonLook look, AttributeMap profile)
    {
        if (Model is null) return ((double)look.Score, look.Segment);
        var factors = FactorTimeline.Of(person.Activities, Rules.Windows, Rules.Signals, look.At, look.At);
        var score = Model.CurveOf(profile, person.Activities, factors).At(look.At);
        return (score.Sum, score.Segment);
    }
}
