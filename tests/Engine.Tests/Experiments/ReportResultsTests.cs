using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Engine.Tests.Experiments;

public sealed class ReportResultsTests
{
    private static readonly ExperimentMetric Signup = ExperimentMetric.Of("signup", MetricKind.Conversion, "signup");

    [Fact]
    public async Task Nobody_Exposed_NothingIsSaid()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        var report = await trial.ReportAsync();

        Assert.Equal("Nobody has been served a variant yet.", report.Sentence);
        Assert.Null(report.From);
        Assert.Equal(ArmVerdict.TooFew, report.Metrics[0].Arms[1].Verdict);
    }

    [Fact]
    public async Task LargeDifference_IsProvenAtEveryLook_AndSaidWithItsInterval()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 3000, "signup", 300);
        trial.Add("b", 3000, "signup", 450);

        var arm = (await trial.ReportAsync()).Metrics[0].Arms[1];

        Assert.Equal(ArmVerdict.Better, arm.Verdict);
        Assert.Equal(0.5, arm.Comparison!.Lift.Value, 1e-9);
        Assert.StartsWith("b has more signup than a, between +", arm.Sentence, StringComparison.Ordinal);
        Assert.Contains("right at every look", arm.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LowerIsBetter_AndItFell_IsBetter()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup with { LowerIsBetter = true }], false));
        trial.Add("a", 3000, "signup", 450);
        trial.Add("b", 3000, "signup", 300);

        Assert.Equal(ArmVerdict.Better, (await trial.ReportAsync()).Metrics[0].Arms[1].Verdict);
    }

    [Theory]
    [InlineData(99, 40, 60)]
    [InlineData(1000, 5, 60)]
    [InlineData(1000, 60, 996)]
    public async Task FewPeopleOrFewOfOneKind_AreTooFew(int people, int first, int second)
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", people, "signup", first);
        trial.Add("b", people, "signup", second);

        var report = await trial.ReportAsync();

        Assert.Equal(ArmVerdict.TooFew, report.Metrics[0].Arms[1].Verdict);
        Assert.Equal("There is too little yet to tell anything.", report.Sentence);
    }

    [Fact]
    public async Task UnevenGroups_NothingElseIsSaid()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 3000, "signup", 300);
        trial.Add("b", 2600, "signup", 450);

        var report = await trial.ReportAsync();

        Assert.True(report.SampleRatio.IsSuspicious);
        Assert.Contains("No figure here is to be trusted", report.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("more signup", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServedSeveralVariants_AreLeftOutAndTold()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 1000, "signup", 100);
        trial.Add("b", 1000, "signup", 100);
        trial.Facts.Exposed.AddRange(Enumerable.Range(0, 50).Select(person => new ExposedPerson($"both-{person}", "a", Trial.Start, 2)));

        var report = await trial.ReportAsync();

        Assert.Equal([1000, 1000], report.People);
        Assert.Equal(50, report.ServedSeveral);
        Assert.Contains("50 people (2.44 %) were served several variants", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyMetrics_AreCorrectedTogether()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup, .. Enumerable.Range(0, 9).Select(i => Signup with { Key = $"m{i}" })], false));
        foreach (var metric in trial.Experiment.Measures.Metrics)
        {
            trial.Add("a", 1000, metric.Key, 100);
            trial.Add("b", 1000, metric.Key, metric == Signup ? 138 : 101);
        }

        var report = await trial.ReportAsync(ResultQuestion.Usual with { Method = ResultMethod.Fixed });
        var arm = report.Metrics[0].Arms[1];

        Assert.InRange(arm.Comparison!.Probability, 0.01, 0.05);
        Assert.Equal(arm.Comparison.Probability * 10, arm.Comparison.Corrected.FixedHolm, 1e-12);
        Assert.Equal(ArmVerdict.NotProvenYet, arm.Verdict);
    }

    [Fact]
    public async Task Money_FromBeforeTheExposure_CutsTheNoise()
    {
        var revenue = ExperimentMetric.Of("revenue", MetricKind.Revenue);
        using var trial = new Trial(new ExperimentMeasures([revenue], false));
        trial.Add("a", 500, "revenue", 0);
        trial.Add("b", 500, "revenue", 0);
        foreach (var variant in new[] { "a", "b" })
        {
            for (var person = 0; person < 500; person++)
            {
                trial.Facts.Amounts["revenue"].Add(new PersonAmount($"{variant}-{person}", 0, true, person % 20, 0));
                trial.Facts.Amounts["revenue"].Add(new PersonAmount(
                    $"{variant}-{person}", TrialPeople.DayOf(Trial.Start) + 1, false, (person % 20) + (person * 7 % 5) + (variant == "b" ? 1 : 0), 0));
            }
        }

        var comparison = (await trial.ReportAsync()).Metrics[0].Arms[1].Comparison!;

        Assert.Equal(comparison.Difference.Value, comparison.Cuped!.Absolute.Value, 1e-9);
        Assert.InRange(comparison.Cuped.VarianceLeft, 0.01, 0.1);
        Assert.True(comparison.Cuped.Relative!.Value.Error < comparison.Lift.Error);
        Assert.Null((await trial.ReportAsync(ResultQuestion.Usual with { Before = TimeSpan.Zero })).Metrics[0].Arms[1].Comparison!.Cuped);
    }

    [Fact]
    public async Task Days_CountEverythingSoFar_AndTheProbabilityNeverRises()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], false));
        trial.Add("a", 1000, "signup", 100);
        trial.Add("b", 1000, "signup", 180);
        trial.Facts.Amounts["signup"].AddRange(Enumerable.Range(500, 80).Select(person =>
            new PersonAmount($"a-{person}", TrialPeople.DayOf(Trial.Start) + 3, false, 1, 0)));

        var days = (await trial.ReportAsync()).Metrics[0].Days.Where(day => day.Variant == "b").ToList();

        Assert.Equal([0, 0.18, 0.18, 0.18, 0.18, 0.18], days.Select(day => day.Mean));
        Assert.Equal(0, days[^1].Lift!.Value, 1e-9);
        Assert.Equal(days[1].Probability, days[^1].Probability);
        Assert.Equal(ArmVerdict.NotProvenYet, (await trial.ReportAsync()).Metrics[0].Arms[1].Verdict);
    }

    [Fact]
    public async Task SmallEffect_BelowWhatMatters_IsSaidToBeThat()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup with { MinEffect = 0.3 }], false));
        trial.Add("a", 20_000, "signup", 4000);
        trial.Add("b", 20_000, "signup", 4010);

        Assert.Equal(ArmVerdict.NoDifferenceThatMatters, (await trial.ReportAsync()).Metrics[0].Arms[1].Verdict);
    }

    [Fact]
    public async Task Bandit_WhoseWeightsMoved_IsNotCalledUneven()
    {
        using var trial = new Trial(new ExperimentMeasures([Signup], true));
        trial.Add("a", 600, "signup", 60);
        trial.Add("b", 1400, "signup", 140);
        trial.History.Weights.Add(new WeightChange(Trial.Start.AddDays(-1), [0.3, 0.7]));

        Assert.False((await trial.ReportAsync()).SampleRatio.IsSuspicious);
    }
}
