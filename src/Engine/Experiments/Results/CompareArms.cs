using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>Compares variants with the control, by every method; pure.</summary>
public sealed class CompareArms(ResultQuestion question)
{
    private readonly SequentialTest _sequential = new(question.Alpha, question.TightestAt);

    /// <summary>The last day of a course: null where nothing can be compared.</summary>
    public ArmComparison? Now(ExperimentMetric metric, MetricCourse course, int arm)
    {
        var (control, treatment) = (course.Now[0].Sample, course.Now[arm].Sample);
        if (Effect.Relative(control, treatment) is not { } lift || Effect.Absolute(control, treatment) is not { } difference) return null;
        return new ArmComparison(
            lift,
            difference,
            FixedHorizon.Interval(lift, question.Alpha),
            FixedHorizon.Probability(lift),
            _sequential.Interval(lift),
            _sequential.Interval(difference),
            Smallest(metric, course, arm).Last(),
            BayesianLift.Of(lift, LiftPrior.Flat),
            CupedOf(course, arm));
    }

    /// <summary>Every day of a variant.</summary>
    public IEnumerable<DayReport> Days(ExperimentMetric metric, MetricCourse course, int arm, string variant)
    {
        using var smallest = Smallest(metric, course, arm).GetEnumerator();
        foreach (var (day, arms) in course.Days)
        {
            smallest.MoveNext();
            var lift = arm == 0 ? null : Effect.Relative(arms[0].Sample, arms[arm].Sample);
            yield return new DayReport(
                DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day)), variant, arms[arm].Sample.Count, arms[arm].Sample.Mean, lift?.Value,
                lift is { } known ? _sequential.Interval(known) : null, lift is null ? null : smallest.Current,
                lift is { } measured ? FixedHorizon.Interval(measured, question.Alpha) : null,
                lift is { } believed ? BayesianLift.Of(believed, LiftPrior.Flat).Credible(1 - question.Alpha) : null);
        }
    }

    /// <summary>
    /// A day on which there was too little to compare is no look. Of the lift and the difference the weaker evidence holds: the lift's
    /// error is off where the control's mean is not well known, and would find drops too easily.
    /// </summary>
    private IEnumerable<double> Smallest(ExperimentMetric metric, MetricCourse course, int arm) => SequentialTest.Smallest(course.Days.Select(day =>
        Guards.IsEnough(metric, day.Arms[0]) && Guards.IsEnough(metric, day.Arms[arm])
        && Effect.Relative(day.Arms[0].Sample, day.Arms[arm].Sample) is { } lift
        && Effect.Absolute(day.Arms[0].Sample, day.Arms[arm].Sample) is { } difference
            ? Math.Max(_sequential.Probability(lift), _sequential.Probability(difference))
            : 1));

    private Cuped? CupedOf(MetricCourse course, int arm)
    {
        if (course.Paired is not { } paired || question.Before == TimeSpan.Zero) return null;
        var all = paired[0] + paired[arm];
        return all.Count > 1 && all.VarianceOfX > 0 ? Cuped.Between(paired[0], paired[arm]) : null;
    }

    /// <summary>Corrects every comparison of an experiment for all of them together.</summary>
    public static IReadOnlyList<ArmComparison?> Correct(IReadOnlyList<ArmComparison?> comparisons)
    {
        var known = comparisons.OfType<ArmComparison>().ToList();
        double[] fixedOnes = [.. known.Select(one => one.Probability)], sequential = [.. known.Select(one => one.SequentialProbability)];
        var (fixedHolm, fixedHochberg) = (SeveralTests.Holm(fixedOnes), SeveralTests.BenjaminiHochberg(fixedOnes));
        var (holm, hochberg) = (SeveralTests.Holm(sequential), SeveralTests.BenjaminiHochberg(sequential));
        var place = 0;
        return
        [
            .. comparisons.Select(one => one is null ? null : one with
            {
                Corrected = new CorrectedProbabilities(fixedHolm[place], fixedHochberg[place], holm[place], hochberg[place++]),
            }),
        ];
    }

    /// <summary>The verdict by the method asked for, after Holm's correction, and only where the intervals of lift and difference say the same.</summary>
    public ArmVerdict Judge(ExperimentMetric metric, ArmDay control, ArmDay treatment, ArmComparison? comparison)
    {
        if (comparison is null || !Guards.IsEnough(metric, control) || !Guards.IsEnough(metric, treatment)) return ArmVerdict.TooFew;
        var (probability, interval, difference) = question.Method == ResultMethod.Fixed
            ? (comparison.Corrected.FixedHolm, comparison.Fixed, FixedHorizon.Interval(comparison.Difference, question.Alpha))
            : (comparison.Corrected.SequentialHolm, comparison.Sequential, comparison.SequentialDifference);
        if (probability < question.Alpha && !interval.Contains(0) && !difference.Contains(0))
            return interval.Low > 0 == !metric.LowerIsBetter ? ArmVerdict.Better : ArmVerdict.Worse;
        return metric.MinEffect > 0 && interval.Low > -metric.MinEffect && interval.High < metric.MinEffect
            ? ArmVerdict.NoDifferenceThatMatters
            : ArmVerdict.NotProvenYet;
    }
}
