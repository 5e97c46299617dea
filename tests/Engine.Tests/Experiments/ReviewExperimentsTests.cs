using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Watching;

namespace PersonalizationEngine.Engine.Tests.Experiments;

public sealed class ReviewExperimentsTests
{
    private static readonly ExperimentMetric Signup = ExperimentMetric.Of("signup", MetricKind.Conversion, "signup");

    private static readonly ExperimentMeasures Guarded = new([Signup with { IsGuardrail = true, MinEffect = 0.05 }], false);

    [Fact]
    public async Task Guardrail_Harmed_PausesAndTellsWhy_OnceAndNotAgain()
    {
        using var trial = new Trial(Guarded);
        trial.Add("a", 3000, "signup", 450);
        trial.Add("b", 3000, "signup", 250);

        await trial.ReviewAsync();

        Assert.Equal(ExperimentStatus.Paused, trial.Experiment.Status);
        var stop = Assert.Single((await trial.ReportAsync()).Stops);
        Assert.Equal(("signup", "b", 6000L), (stop.Metric, stop.Variant, stop.People));
        Assert.StartsWith("Paused: b changes signup by -", stop.Reason, StringComparison.Ordinal);

        trial.Resume();
        await trial.ReviewAsync();
        Assert.Equal(ExperimentStatus.Running, trial.Experiment.Status);
    }

    [Theory]
    [InlineData(3000, 450, 440)]
    [InlineData(3000, 250, 450)]
    [InlineData(99, 60, 10)]
    public async Task Guardrail_NotHarmedOrTooFew_LetsItRun(int people, int first, int second)
    {
        using var trial = new Trial(Guarded);
        trial.Add("a", people, "signup", first);
        trial.Add("b", people, "signup", second);

        await trial.ReviewAsync();

        Assert.Equal(ExperimentStatus.Running, trial.Experiment.Status);
        Assert.Empty(trial.History.Stops);
    }

    [Fact]
    public async Task MetricThatIsNoGuardrail_Harmed_LetsItRun()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 3000, "signup", 450);
        trial.Add("b", 3000, "signup", 250);

        await trial.ReviewAsync();

        Assert.Equal(ExperimentStatus.Running, trial.Experiment.Status);
    }

    [Fact]
    public async Task Bandit_WithResults_MovesNewcomersAndKeepsTheFloorAndItsHistory()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], true), "a,b,c");
        trial.Add("a", 1000, "signup", 100);
        trial.Add("b", 1000, "signup", 160);
        trial.Add("c", 1000, "signup", 40);

        await trial.ReviewAsync();
        await trial.ReviewAsync();

        var weights = trial.Experiment.Variants.Select(variant => variant.Weight).ToList();
        Assert.Equal(1, weights.Sum(), 1e-9);
        Assert.InRange(weights[1], 0.97, 0.98);
        Assert.Equal(BanditWeights.Floor, weights[2], 1e-4);
        Assert.Equal(2, trial.History.Weights.Count);
        Assert.Equal(Trial.Start, trial.History.Weights[0].At);

        trial.Clock.Advance(TimeSpan.FromHours(1));
        await trial.ReviewAsync();
        Assert.Equal(3, trial.History.Weights.Count);
    }

    [Fact]
    public async Task Bandit_WithFewPeople_StaysAsItIs()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], true));
        trial.Add("a", 1000, "signup", 10);
        trial.Add("b", 99, "signup", 90);

        await trial.ReviewAsync();

        Assert.Empty(trial.History.Weights);
    }

    [Fact]
    public async Task Bandit_OfFewRates_IsWorkedOutExactly()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], true));
        trial.Add("a", 150, "signup", 15);
        trial.Add("b", 150, "signup", 15);

        await trial.ReviewAsync();

        Assert.Equal(0.5, trial.Experiment.Variants[0].Weight, 1e-3);
    }
}
