using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Feedback;

public sealed class CompareWithPopularTests
{
    private readonly FeedbackInMemory _store = new();

    [Theory]
    [InlineData(300, 200, ComparisonVerdict.Better)]
    [InlineData(200, 300, ComparisonVerdict.Worse)]
    [InlineData(210, 200, ComparisonVerdict.NotProvenYet)]
    public async Task Run_PeopleShownOneThingEach_JudgesByTheirClicks(int personal, int comparison, ComparisonVerdict verdict)
    {
        var report = await RunAsync(0.5, People(1000, personal), People(1000, comparison));

        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(((double)personal / comparison) - 1, report.Lift!.Value.Value, 1e-12);
        Assert.Equal((0.5, 0.5, 1.0, null), (report.ShareSet, report.ShareServed, report.SampleRatio, report.Note));
        Assert.Equal(verdict == ComparisonVerdict.NotProvenYet, report.MissingExposures is not null);
    }

    [Fact]
    public async Task Run_NotProvenYet_SaysHowManyAreMissingUntilItWouldBe()
    {
        var before = await RunAsync(0.5, People(1000, 210), People(1000, 200));
        var times = 1 + (before.MissingExposures!.Value / 2000.0);
        var then = await RunAsync(0.5, People((int)(1000 * times), (int)(210 * times)), People((int)(1000 * times), (int)(200 * times)));

        // The point at which it is proven four times in five: 2.8 standard errors.
        Assert.Equal(StandardNormal.Z95 + StandardNormal.Z80, then.Lift!.Value.Value / then.Lift.Value.Error, 0.01);
    }

    [Fact]
    public async Task Run_FewPeopleClickingALot_ProveNothing()
    {
        var report = await RunAsync(
            0.5, ClusteredRate.Of(Enumerable.Range(0, 25).Select(person => (1000L, person < 3 ? 1000L : 10L))),
            ClusteredRate.Of(Enumerable.Range(0, 25).Select(person => (1000L, person < 2 ? 1000L : 10L))));

        Assert.Equal(ComparisonVerdict.NotProvenYet, report.Verdict);
        Assert.True(report.Personal.Interval.Low < 0.08 && report.Personal.Interval.High > 0.2);
    }

    [Theory]
    [InlineData(19, 5)]
    [InlineData(20, 4)]
    public async Task Run_TooFewOfEither_TellsNoLift(int people, int clicks)
    {
        var report = await RunAsync(0.5, People(20, 10), People(people, clicks));

        Assert.Equal((null, ComparisonVerdict.NotProvenYet, null), (report.Lift, report.Verdict, report.MissingExposures));
        Assert.Contains("20 people and 5 clicks", report.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_GroupsOfTheWrongSizes_WithholdsTheVerdict()
    {
        var report = await RunAsync(0.05, People(1000, 300), People(1000, 100));

        Assert.Equal((ComparisonVerdict.NotProvenYet, 0.5), (report.Verdict, report.ShareServed));
        Assert.InRange(report.SampleRatio!.Value, 0, 1e-9);
        Assert.Contains("share of 0.05", report.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TurnedOff_SaysSo()
    {
        var report = await RunAsync(0);

        Assert.Equal((0.0, null, null, ComparisonVerdict.NotProvenYet), (report.ShareSet, report.ShareServed, report.SampleRatio, report.Verdict));
        Assert.Contains("comparison_share is 0", report.Note, StringComparison.Ordinal);
    }

    private static ClusteredRate People(int people, int clicks) =>
        ClusteredRate.Of(Enumerable.Range(0, people).Select(person => (1L, person < clicks ? 1L : 0L)));

    private Task<ComparisonReport> RunAsync(double share, ClusteredRate? personal = null, ClusteredRate? comparison = null)
    {
        _store.Compared.Clear();
        if (personal is not null) _store.Compared.Add(new ComparedCount(ComparedAs.Personal, personal));
        if (comparison is not null) _store.Compared.Add(new ComparedCount(ComparedAs.Comparison, comparison));
        return new CompareWithPopular(_store, new ComparisonGroup(share, "seed"), Timing.Clock())
            .RunAsync(TimeSpan.FromHours(36), TestContext.Current.CancellationToken);
    }
}
