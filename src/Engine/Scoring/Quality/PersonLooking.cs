using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Puts together the looks at one person from what is told in the order of time.</summary>
/// <param name="keepsActivities">Whether the activities themselves are asked for, too.</param>
internal sealed class PersonLooking(LookPlan plan, LeadOutcome person, IReadOnlyList<DateTimeOffset> looks, bool keepsActivities)
{
    private readonly FactorAccumulator?[] _factors = new FactorAccumulator?[looks.Count];
    private readonly List<Activity>? _activities = keepsActivities ? [] : null;
    private readonly StoredScore?[] _scores = new StoredScore?[looks.Count];
    private readonly DateTimeOffset?[] _latest = new DateTimeOffset?[looks.Count];

    public void Add(StoredScore score)
    {
        for (var i = looks.Count - 1; i >= 0 && looks[i] >= score.At; i--)
            if (_latest[i] is null || _latest[i] <= score.At) (_scores[i], _latest[i]) = (score, score.At);
    }

    public void Add(in Activity activity, ScoringRules rules, TimeSpan reach)
    {
        _activities?.Add(activity);
        for (var i = looks.Count - 1; i >= 0 && looks[i] >= activity.At; i--)
        {
            if (activity.At < looks[i] - reach) continue;
            _latest[i] = activity.At;
            (_factors[i] ??= new FactorAccumulator(looks[i], rules.Windows, rules.Signals)).Add(activity);
        }
    }

    public PersonLooks Complete(ScoringRules rules)
    {
        var seen = new List<PersonLook>();
        for (var i = 0; i < looks.Count; i++)
        {
            if (Latest(i) is not { } latest || latest < looks[i] - plan.Question.Recent) continue;
            var converted = plan.Counts(person.ConvertedAt, looks[i]);
            seen.Add(_scores[i] is { } stored
                ? new PersonLook(looks[i], stored.Score, stored.Segment, stored.Factors, converted)
                : Calculate(_factors[i]?.Complete() ?? BehaviouralFactors.None(looks[i]), looks[i], converted, rules));
        }

        return new PersonLooks(person, seen) { Activities = _activities ?? [] };
    }

    /// <summary>Who became known by a record of the CDP has done nothing yet, and is a lead all the same.</summary>
    private DateTimeOffset? Latest(int look)
    {
        if (_latest[look] is not null || plan.Question.Basis == ScoreBasis.Stored) return _latest[look];
        return person.Stored.Person.FirstSeenAt is { } first && first <= looks[look] ? first : null;
    }

    private static PersonLook Calculate(BehaviouralFactors factors, DateTimeOffset at, bool converted, ScoringRules rules)
    {
        var score = LeadScorer.Score(factors, rules.Model);
        return new PersonLook(at, score.Score, score.Segment, [.. factors.Values.Select(factor => (double)factor.Value)], converted);
    }
}
