using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Feedback;

public sealed class ReportClickThroughTests
{
    private readonly FeedbackInMemory _store = new();

    [Fact]
    public async Task Run_Window_ReachesBackFromNow()
    {
        var report = await RunAsync();

        Assert.Equal((Timing.Noon.AddHours(-36), Timing.Noon), (report.From, report.Until));
        Assert.Equal(report.From, _store.CountedFrom);
    }

    [Fact]
    public async Task Run_NothingShown_HasNoRate()
    {
        var report = await RunAsync();

        Assert.Null(report.Recommendations.Rate);
        Assert.Empty(report.Rows);
    }

    [Fact]
    public async Task Run_ServedWithSeveralVariants_CountsOnceForAllAndOnceForEach()
    {
        _store.Counts.Add(new FeedbackCount("recommendations", "popular", "x=a;y=b", 100, 10));
        _store.Counts.Add(new FeedbackCount("recommendations", "popular", "x=b", 50, 5));
        _store.Counts.Add(new FeedbackCount("recommendations", "similar", "", 50, 1));
        _store.Counts.Add(new FeedbackCount("hero", "rule:7", "", 1_000, 0));
        var report = await RunAsync();

        Assert.Equal((200L, 16L, 0.08), (report.Recommendations.Impressions, report.Recommendations.Clicks, report.Recommendations.Rate));
        Assert.Equal(
            [
                ("hero", "rule:7", null, null, 1_000L),
                ("recommendations", "popular", null, null, 150L),
                ("recommendations", "similar", null, null, 50L),
                ("recommendations", "popular", "x", "a", 100L),
                ("recommendations", "popular", "x", "b", 50L),
                ("recommendations", "popular", "y", "b", 100L),
            ],
            report.Rows.Select(row => (row.Slot, row.Source, row.Experiment, row.Variant, row.Impressions)));
    }

    private Task<ClickThroughReport> RunAsync() =>
        new ReportClickThrough(_store, Timing.Clock()).RunAsync(TimeSpan.FromHours(36), TestContext.Current.CancellationToken);
}
