using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>Measures a person's factors at the source and scores them.</summary>
public sealed class MeasureLead(IBehaviourSource behaviour, ScoringRules rules, TimeProvider time)
{
    public async Task<LeadMeasurement> RunAsync(string personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var accumulator = new FactorAccumulator(now, rules.Windows, rules.Signals);
        await foreach (var activity in behaviour.ReadAsync(personId, now - rules.Windows.Reach, cancellationToken))
            accumulator.Add(activity);

        var factors = accumulator.Complete();
        return new LeadMeasurement(factors, LeadScorer.Score(factors, rules.Model));
    }

    /// <summary>The measurement of somebody who did nothing.</summary>
    public LeadMeasurement Nothing()
    {
        var factors = BehaviouralFactors.None(time.GetUtcNow());
        return new LeadMeasurement(factors, LeadScorer.Score(factors, rules.Model));
    }
}
