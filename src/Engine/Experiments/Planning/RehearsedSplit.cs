using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>Splits the same people again and again, as the experiment would, each time by another seed. Thread-safe once filled.</summary>
internal sealed class RehearsedSplit(Experiment experiment, IReadOnlyList<string> people)
{
    private readonly List<(double Value, double Trials)[]> _metrics = [];

    private readonly double[] _weights = [.. experiment.Variants.Select(variant => variant.Weight)];

    private readonly BucketRange[] _ranges = BucketRanges.Of(
        experiment.Variants.Count, experiment.TrafficAllocation, [.. experiment.Variants.Select(variant => variant.Weight)]);

    private IReadOnlyList<ExperimentMetric> Metrics => experiment.Measures.Judged;

    /// <summary>What the people have of the next metric.</summary>
    public void Add((double Value, double Trials)[] values) => _metrics.Add(values);

    public double MeanOf(int metric) => Everybody(metric).Sample(Metrics[metric].Kind).Mean;

    /// <summary>Enough for two variants of this size.</summary>
    public bool IsEnough(int metric)
    {
        var everybody = Everybody(metric);
        var kind = Metrics[metric].Kind;
        var half = new Sample(everybody.People / 2, everybody.Sample(kind).Mean, everybody.Sample(kind).Variance);
        return Guards.IsEnough(Metrics[metric], new ArmDay(half, everybody.Total / 2, everybody.Trials / 2, everybody.Active / 2));
    }

    public RehearsedRun Run(int number)
    {
        var arms = new int[people.Count];
        var counts = new long[_ranges.Length];
        var seed = $"{experiment.Seed}.rehearsal.{number}";
        for (var person = 0; person < arms.Length; person++)
        {
            arms[person] = BucketRanges.Choose(Bucketing.Hash(seed, people[person], experiment.HashVersion) ?? 1, _ranges);
            if (arms[person] >= 0) counts[arms[person]]++;
        }

        return new RehearsedRun(
            SampleRatio.Test(counts, _weights).Probability, [.. Enumerable.Range(0, _metrics.Count).Select(metric => Compare(metric, arms))]);
    }

    private double? Compare(int metric, int[] arms)
    {
        var sums = _ranges.Select(_ => new ArmSums()).ToArray();
        var values = _metrics[metric];
        for (var person = 0; person < arms.Length; person++)
        {
            if (arms[person] < 0) continue;
            sums[arms[person]].AddPerson();
            sums[arms[person]].Move(0, 0, values[person].Value, values[person].Trials);
        }

        var kind = Metrics[metric].Kind;
        return Effect.Relative(sums[0].Sample(kind), sums[1].Sample(kind)) is { } effect ? FixedHorizon.Probability(effect) : null;
    }

    private ArmSums Everybody(int metric)
    {
        var sums = new ArmSums();
        foreach (var (value, trials) in _metrics[metric])
        {
            sums.AddPerson();
            sums.Move(0, 0, value, trials);
        }

        return sums;
    }
}
