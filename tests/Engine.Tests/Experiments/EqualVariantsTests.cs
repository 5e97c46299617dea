using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Engine.Tests.Experiments;

/// <summary>Verdicts on experiments in which nothing differs, looked at every day; rare conversions are where approximations fail first.</summary>
public sealed class EqualVariantsTests
{
    private const int Runs = 1000, Days = 60, PeopleADay = 40;

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void LookedAtEveryDay_AVerdictOfADifference_IsGivenInAtMostFivePercent(double rate)
    {
        var metric = ExperimentMetric.Of("m", MetricKind.Conversion);
        var compare = new CompareArms(ResultQuestion.Usual);
        var wrong = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            int a = 0, b = 0;
            var days = new List<(int, IReadOnlyList<ArmDay>)>();
            for (var day = 1; day <= Days; day++)
            {
                for (var person = 0; person < PeopleADay; person++)
                {
                    a += random.NextDouble() < rate ? 1 : 0;
                    b += random.NextDouble() < rate ? 1 : 0;
                }

                days.Add((day, [Arm(day * PeopleADay, a), Arm(day * PeopleADay, b)]));
            }

            // The probability keeps the best day; a verdict can be given on any.
            var everyDay = Enumerable.Range(1, Days).Any(seen =>
            {
                var course = new MetricCourse(days[..seen], null);
                var comparison = CompareArms.Correct([compare.Now(metric, course, 1)])[0];
                return compare.Judge(metric, course.Now[0], course.Now[1], comparison) is ArmVerdict.Better or ArmVerdict.Worse;
            });
            wrong += everyDay ? 1 : 0;
        }

        Assert.InRange(wrong / (double)Runs, 0, 0.05);
    }

    private static ArmDay Arm(int people, int converted) => new(Sample.OfShare(people, converted), converted, 0, converted);
}
