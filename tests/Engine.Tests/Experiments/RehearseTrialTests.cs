using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Engine.Tests.Experiments;

public sealed class RehearseTrialTests
{
    private static readonly ExperimentMetric Signup = ExperimentMetric.Of("signup", MetricKind.Conversion, "signup");

    [Fact]
    public async Task PeopleWhoBehaveAlike_FiveInAHundredAreFoundWrongly_AndItIsSound()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 4000, "signup", 800);

        var report = await trial.RehearseAsync(400);

        Assert.True(report.IsSound, report.Sentence);
        Assert.Equal((4000, 4000, 400), (report.People, report.UsedPeople, report.Runs));
        Assert.InRange(report.Metrics[0].FalsePositives, 0.014, 0.086);
        Assert.InRange(report.RatioAlarms, 0.014, 0.086);
        Assert.True(report.Metrics[0].IsSound);
        Assert.Equal(0.2, report.Metrics[0].Mean, 1e-9);
    }

    [Fact]
    public async Task MetricThatHardlyAnybodyReached_IsNotJudged()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 1000, "signup", 3);

        Assert.Null((await trial.RehearseAsync(100)).Metrics[0].IsSound);
    }

    [Fact]
    public async Task HardlyAnybody_IsTooFewToRehearseWith()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 10, "signup", 3);

        Assert.Contains("too few", (await trial.RehearseAsync(100)).Sentence, StringComparison.Ordinal);
    }
}
