using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>What the people of a site did in a time, each with one value; who did nothing has 0.</summary>
internal static class SitePeople
{
    public static Sample Measure(ExperimentMetric metric, IReadOnlyList<string> people, IReadOnlyList<PersonAmount> amounts)
    {
        var sums = new ArmSums();
        foreach (var (value, trials) in Values(metric, people, amounts))
        {
            sums.AddPerson();
            sums.Move(0, 0, value, trials);
        }

        return sums.Sample(metric.Kind);
    }

    /// <summary>In the order of the people.</summary>
    public static (double Value, double Trials)[] Values(ExperimentMetric metric, IReadOnlyList<string> people, IReadOnlyList<PersonAmount> amounts)
    {
        var known = amounts.ToDictionary(amount => amount.PersonId, StringComparer.Ordinal);
        return
        [
            .. people.Select(person => known.TryGetValue(person, out var amount)
                ? (metric.Kind == MetricKind.Conversion ? Math.Min(1, amount.Value) : amount.Value, amount.Trials)
                : (0, 0)),
        ];
    }
}
