using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations.Judging;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Recommendations.Judging;

public sealed class JudgeExplorationTests
{
    private readonly FeedbackInMemory _store = new();

    [Fact]
    public async Task Run_TwoItemsAsLikelyOneClickedMore_GivesEachPolicyItsOwnRate()
    {
        // The newer one is clicked by half, the other by a tenth.
        for (var person = 0; person < 200; person++)
        {
            _store.Explored.Add(new($"n{person}", new ExplorationChoice(0.5, 2, 0, 1, 1), person % 2 == 0));
            _store.Explored.Add(new($"o{person}", new ExplorationChoice(0.5, 2, 1, 0, 1), person % 10 == 0));
        }

        var report = await RunAsync();

        Assert.Equal((400, 400, 120, 0.3), (report.Rate.Clusters, report.Rate.Trials, report.Rate.Successes, report.Rate.Rate));
        Assert.Equal(
            [("uniform", 0.3), ("newest_first", 0.5), ("most_clicked", 0.1)],
            report.Policies.Select(policy => (policy.Policy, Math.Round(policy.Value!.Snips.Value, 12))));
        Assert.All(report.Policies, policy => Assert.Null(policy.ReasonAgainst));
        Assert.Equal([400, 200, 200], report.Policies.Select(policy => policy.Value!.Matched));
    }

    [Theory]
    [InlineData(29, 10, 0.5, "29 people")]
    [InlineData(40, 4, 0.5, "4 of what")]
    [InlineData(30, 30, 0.05, "are needed")]
    public async Task Run_TooLittle_SaysWhatIsMissing(int people, int clicks, double oddChance, string reason)
    {
        for (var person = 0; person < people; person++)
            _store.Explored.Add(new($"p{person}", new ExplorationChoice(person == 0 ? oddChance : 0.5, 2, 0, 0, 1), person < clicks));

        Assert.All((await RunAsync()).Policies, policy => Assert.Contains(reason, policy.ReasonAgainst, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NothingShown_SaysSo() =>
        Assert.All((await RunAsync()).Policies, policy => Assert.Contains("No exploration place", policy.ReasonAgainst, StringComparison.Ordinal));

    private Task<ExplorationReport> RunAsync() =>
        new JudgeExploration(_store, Timing.Clock()).RunAsync(TimeSpan.FromHours(36), TestContext.Current.CancellationToken);
}
