using GraphQL.DataLoader;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.GraphQl.Loading;
using PersonalizationEngine.Functions.Scoring;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

/// <summary>Scores of people in the shape of the REST answers, measured for all of a page at once.</summary>
internal sealed class PersonScores(MeasureLead measure, ScoringRules rules, ConsentPolicy consent)
{
    public object Score(PersonSource person, PersonLoaders loaders) => Of(
        person, loaders, score => LeadScoreAnswer.Of(person.UserId, new RecalculatedScore(person.PersonId, person.Found is not null, score)
        {
            Permissions = PermissionsOf(person),
        }));

    public object Segment(PersonSource person, PersonLoaders loaders)
    {
        var permissions = PermissionsOf(person);
        return permissions.Allow(Permissions.Personalization)
            ? Of(person, loaders, score => Segment(person, permissions, score))
            : Segment(person, permissions, measure.Nothing().Score);
    }

    private SegmentAnswer Segment(PersonSource person, Permissions permissions, LeadScore score)
    {
        var next = rules.Model.Thresholds.Above(score.Segment);
        return new SegmentAnswer(
            person.UserId, person.Found is not null && permissions.Allow(Permissions.Personalization), score.Segment.Name(), score.Score, next?.Segment.Name(),
            next?.Score - score.Score, Degraded: false, UnusedInputs.OfDecisions(permissions), score.CalculatedAt, score.ValidUntil);
    }

    private Permissions PermissionsOf(PersonSource person) => person.Found?.PermissionsBy(consent) ?? consent.Unasked;

    private object Of<T>(PersonSource person, PersonLoaders loaders, Func<LeadScore, T> show)
        where T : class => person.Found is null
            ? show(measure.Nothing().Score)
            : (IDataLoaderResult<T>)loaders.Scores.Load(person.PersonId, measured => show(measured.Score));
}
