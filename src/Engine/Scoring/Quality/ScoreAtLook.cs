using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>What is judged at a look: the score of the settings, or that of a model.</summary>
/// <param name="Model">Null for the score of the settings.</param>
internal sealed record ScoreAtLook(CompiledLeadModel? Model, ScoringRules Rules)
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

    /// <summary>The profile as it is now; what it was before is not kept.</summary>
    public static AttributeMap ProfileOf(PersonLooks person)
    {
        var nothing = BehaviouralFactors.None(person.Looks[0].At);
        return PersonAttributes.Of(person.Person.Stored.ToProfile(), known: true, nothing, LeadScorer.Score(nothing, ScoringModel.Default));
    }

    /// <summary>Since when the profile is as it is now.</summary>
    public static DateTimeOffset ProfileSince(PersonLooks person)
    {
        var stored = person.Person.Stored.Person;
        var (customer, traits) = (stored.CustomerUpdatedAt ?? DateTimeOffset.MinValue, stored.TraitsUpdatedAt ?? DateTimeOffset.MinValue);
        return customer > traits ? customer : traits;
    }
}
