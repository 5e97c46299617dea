using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>
/// Measures people's factors and scores them: from what the web analytics system has counted, where one is connected, and from
/// the activities that came by themselves.
/// </summary>
public sealed class MeasureLead(IBehaviourSource behaviour, IWebBehaviourStore counted, ScoringRules rules, TimeProvider time)
{
    public async Task<LeadMeasurement> RunAsync(string personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var accumulator = new FactorAccumulator(now, rules.Windows, rules.Signals);
        foreach (var known in (await counted.OfPeopleAsync([personId], cancellationToken))[personId]) accumulator.Take(known);
        await foreach (var activity in behaviour.ReadAsync(personId, now - rules.Windows.Reach, cancellationToken))
            accumulator.Add(activity);
        return Score(accumulator);
    }

    /// <summary>Many people in a few questions to the store; in the order they are given.</summary>
    public async Task<IReadOnlyList<PersonScore>> RunAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var measured = await MeasureAsync(personIds, cancellationToken);
        return [.. personIds.Select(person => new PersonScore(person, measured[person].Score))];
    }

    /// <summary>The same with the factors that the scores are of.</summary>
    public async Task<IReadOnlyDictionary<string, LeadMeasurement>> MeasureAsync(
        IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var accumulators = personIds.ToDictionary(
            person => person, _ => new FactorAccumulator(now, rules.Windows, rules.Signals), StringComparer.Ordinal);
        foreach (var person in await counted.OfPeopleAsync(personIds, cancellationToken))
            foreach (var known in person) accumulators[person.Key].Take(known);
        await foreach (var (person, activity) in behaviour.ReadAsync(personIds, now - rules.Windows.Reach, cancellationToken))
            accumulators[person].Add(activity);
        return accumulators.ToDictionary(one => one.Key, one => Score(one.Value), StringComparer.Ordinal);
    }

    /// <summary>The measurement of somebody of whom nothing else is known than what was counted.</summary>
    public LeadMeasurement Of(WebBehaviour only)
    {
        var accumulator = new FactorAccumulator(time.GetUtcNow(), rules.Windows, rules.Signals);
        accumulator.Take(only);
        return Score(accumulator);
    }

    /// <summary>The measurement of somebody who did nothing.</summary>
    public LeadMeasurement Nothing()
    {
        var factors = BehaviouralFactors.None(time.GetUtcNow());
        return new LeadMeasurement(factors, LeadScorer.Score(factors, rules.Model));
    }

    private LeadMeasurement Score(FactorAccumulator accumulator)
    {
        var factors = accumulator.Complete();
        return new LeadMeasurement(factors, LeadScorer.Score(factors, rules.Model));
    }
}
