using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>How a metric went from day to day in every variant.</summary>
/// <param name="Days">Days since 1970 and the variants at the end of each, without a gap; the last one is now.</param>
/// <param name="Paired">Sums over each variant's people of their value and of the same from before their exposure; null for clicks.</param>
public sealed record MetricCourse(IReadOnlyList<(int Day, IReadOnlyList<ArmDay> Arms)> Days, IReadOnlyList<PairedSums>? Paired)
{
    /// <summary>A longer series says nothing that a shorter one does not.</summary>
    private const int MostDays = 400;

    public IReadOnlyList<ArmDay> Now => Days[^1].Arms;

    public static MetricCourse Of(
        ExperimentMetric metric, int arms, TrialPeople people, IReadOnlyList<PersonAmount> amounts, DateTimeOffset until)
    {
        var (values, trials, before) = (new double[people.Count], new double[people.Count], new double[people.Count]);
        var sums = Enumerable.Range(0, arms).Select(_ => new ArmSums()).ToArray();
        var steps = Steps(people, amounts, before, metric.Kind);
        var lastDay = TrialPeople.DayOf(until.AddMilliseconds(-1));
        var days = new List<(int, IReadOnlyList<ArmDay>)>();
        var next = 0;
        for (var day = steps.Count == 0 ? lastDay : Math.Min(lastDay, steps[0].Day); day <= lastDay; day++)
        {
            for (; next < steps.Count && steps[next].Day <= day; next++) Take(steps[next]);
            if (day > lastDay - MostDays) days.Add((day, Snapshot(sums, metric.Kind)));
        }

        return new MetricCourse(days, metric.Kind == MetricKind.Ctr ? null : Pair(people, arms, values, before));

        void Take(Step step)
        {
            var arm = sums[people.Arms[step.Person]];
            if (step.IsExposure)
            {
                arm.AddPerson();
                return;
            }

            var (value, tried) = (Capped(metric.Kind, values[step.Person] + step.Value), trials[step.Person] + step.Trials);
            arm.Move(values[step.Person], trials[step.Person], value, tried);
            (values[step.Person], trials[step.Person]) = (value, tried);
        }
    }

    /// <summary>Exposures and amounts in the order of their days.</summary>
    private static List<Step> Steps(TrialPeople people, IReadOnlyList<PersonAmount> amounts, double[] before, MetricKind kind)
    {
        var steps = new List<Step>(people.Count + amounts.Count);
        for (var person = 0; person < people.Count; person++)
            steps.Add(new Step(TrialPeople.DayOf(people.ExposedAt[person]), person, true, 0, 0));
        foreach (var amount in amounts)
        {
            var person = people.Find(amount.PersonId);
            if (person < 0) continue;
            if (amount.IsBefore) before[person] = Capped(kind, before[person] + amount.Value);
            else steps.Add(new Step(amount.Day, person, false, amount.Value, amount.Trials));
        }

        steps.Sort((left, right) => left.Day.CompareTo(right.Day));
        return steps;
    }

    /// <summary>Who converted twice has converted.</summary>
    private static double Capped(MetricKind kind, double value) => kind == MetricKind.Conversion ? Math.Min(1, value) : value;

    private static ArmDay[] Snapshot(ArmSums[] sums, MetricKind kind) =>
        [.. sums.Select(arm => new ArmDay(arm.Sample(kind), arm.Total, arm.Trials, arm.Active))];

    private static PairedSums[] Pair(TrialPeople people, int arms, double[] values, double[] before)
    {
        var paired = new PairedSums[arms];
        for (var person = 0; person < people.Count; person++)
            paired[people.Arms[person]] = paired[people.Arms[person]].Add(values[person], before[person]);
        return paired;
    }

    private readonly record struct Step(int Day, int Person, bool IsExposure, double Value, double Trials);
}
