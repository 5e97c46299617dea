using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>
/// Measures people's factors and scores them: from what the web analytics system has counted, where one is connected, and from
/// the activities that came by themselves.
/// </summary>
public sealed class MeasureLead(IBehaviourSource behaviour, IWebBehaviourStore counted, ScoringRules rules, TimeProvider time)
{
    /// <param name="asked">What conditions ask about the person's acts besides; by default nothing.</param>
    public async Task<LeadMeasurement> RunAsync(string personId, CancellationToken cancellationToken, ActPatterns? asked = null)
    {
        var reading = Begin(asked);
        foreach (var known in (await counted.OfPeopleAsync([personId], cancellationToken))[personId]) reading.Take(known);
        await foreach (var activity in behaviour.ReadAsync(personId, reading.Since, cancellationToken)) reading.Add(activity);
        return Complete(reading);
    }

    /// <summary>Many people in a few questions to the store; in the order they are given.</summary>
    public async Task<IReadOnlyList<PersonScore>> RunAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var measured = await MeasureAsync(personIds, cancellationToken);
        return [.. personIds.Select(person => new PersonScore(person, measured[person].Score))];
    }

    /// <summary>Many people with their factors, by id, in a few questions to the store.</summary>
    /// <param name="asked">As with one person.</param>
    public async Task<IReadOnlyDictionary<string, LeadMeasurement>> MeasureAsync(
        IReadOnlyCollection<string> personIds, CancellationToken cancellationToken, ActPatterns? asked = null)
    {
        var readings = personIds.ToDictionary(person => person, _ => Begin(asked), StringComparer.Ordinal);
        foreach (var person in await counted.OfPeopleAsync(personIds, cancellationToken))
            foreach (var known in person) readings[person.Key].Take(known);
        await foreach (var (person, activity) in behaviour.ReadAsync(personIds, Begin(asked).Since, cancellationToken))
            readings[person].Add(activity);
        return readings.ToDictionary(person => person.Key, person => Complete(person.Value), StringComparer.Ordinal);
    }

    /// <summary>The measurement of somebody of whom nothing else is known than what was counted.</summary>
    public LeadMeasurement Of(WebBehaviour only)
    {
        var reading = Begin(null);
        reading.Take(only);
        return Complete(reading);
    }

    /// <summary>The measurement of somebody who did nothing.</summary>
    public LeadMeasurement Nothing(ActPatterns? asked = null)
    {
        var factors = BehaviouralFactors.None(time.GetUtcNow());
        return Score(factors) with { Acts = asked?.Answer([], rules.Signals) };
    }

    private BehaviourReading Begin(ActPatterns? asked) => new(time.GetUtcNow(), rules, asked ?? ActPatterns.None);

    private LeadMeasurement Complete(BehaviourReading reading) => Score(reading.Factors()) with { Acts = reading.Acts() };

    private LeadMeasurement Score(BehaviouralFactors factors) => new(factors, LeadScorer.Score(factors, rules.Model));
}
