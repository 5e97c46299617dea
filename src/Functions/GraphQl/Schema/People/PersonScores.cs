using GraphQL.DataLoader;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.GraphQl.Loading;
using PersonalizationEngine.Functions.Scoring;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

/// <summary>Scores of people in the shape of the REST answers, measured for all of a page at once.</summary>
internal sealed class PersonScores(MeasureLead measure, ScoringRules rules)
{
    public object Score(PersonSource person, PersonLoaders loaders) => Of(
        person, loaders, score => LeadScoreAnswer.Of(person.UserId, new RecalculatedScore(person.PersonId, person.Found is not null, score)));

    public object Segment(PersonSource person, PersonLoaders loaders) => Of(person, loaders, score =>
    {
        var next = rules.Model.Thresholds.Above(score.Segment);
        return new SegmentAnswer(
            person.UserId, person.Found is not null, score.Segment.Name(), score.Score, next?.Segment.Name(), next?.Score - score.Score,
            Degraded: false, score.CalculatedAt, score.ValidUntil);
    });

    private object Of<T>(PersonSource person, PersonLoaders loaders, Func<LeadScore, T> show)
        where T : class => person.Found is null
            ? show(measure.Nothing().Score)
            : (IDataLoaderResult<T>)loaders.Scores.Load(person.PersonId, measured => show(measured.Score));
}
