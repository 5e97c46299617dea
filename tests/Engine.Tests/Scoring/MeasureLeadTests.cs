using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Scoring;

/// <summary>What lies exactly on the edge of a window counts; a tick further it does not.</summary>
public sealed class MeasureLeadTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Month = TimeSpan.FromDays(30);

    private readonly BehaviourInMemory _behaviour = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    public async Task Run_PageViewAWeekOld_CountsToTheTick(int ticks, int views)
    {
        Visit(Timing.Noon - Week + TimeSpan.FromTicks(ticks));

        Assert.Equal(views, await ValueAsync(Factor.PageViewsLast7d));
    }

    [Theory]
    [InlineData(ActivityTypes.EmailOpened, Factor.EmailOpens, 0, 1)]
    [InlineData(ActivityTypes.EmailOpened, Factor.EmailOpens, -1, 0)]
    [InlineData(ActivityTypes.EmailClicked, Factor.EmailClicks, 0, 1)]
    [InlineData(ActivityTypes.EmailClicked, Factor.EmailClicks, -1, 0)]
    [InlineData(ActivityTypes.LeadSubmitted, Factor.FormSubmissions, 0, 1)]
    [InlineData(ActivityTypes.LeadSubmitted, Factor.FormSubmissions, -1, 0)]
    public async Task Run_DeedAMonthOld_CountsToTheTick(string type, Factor factor, int ticks, int count)
    {
        _behaviour.Add("ada", new Activity(Timing.Noon - Month + TimeSpan.FromTicks(ticks), ActivityOrigin.Cdp, type));

        Assert.Equal(count, await ValueAsync(factor));
    }

    [Fact]
    public async Task Run_SessionBegunBeforeTheWindow_IsNoneOfItsSessions()
    {
        Visit(Timing.Noon - Month - TimeSpan.FromMinutes(10), "old");
        Visit(Timing.Noon - Month + TimeSpan.FromMinutes(10), "old");
        Visit(Timing.Noon - TimeSpan.FromDays(1), "new");

        Assert.Equal(0, await ValueAsync(Factor.ReturnVisits));
        Assert.Equal(0, await ValueAsync(Factor.TimeOnSiteAvg));
    }

    [Theory]
    [InlineData(3, 29, 1)]
    [InlineData(10, 25, 2)]
    public async Task Run_WindowOverAChangeOfClocks_IsSevenTimesTwentyFourHours(int month, int day, int hour)
    {
        var now = new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.Zero).AddDays(3);
        Visit((now - Week).ToOffset(TimeSpan.FromHours(2)));
        Visit((now - Week).AddTicks(-1).ToOffset(TimeSpan.FromHours(-8)));

        var measured = await new MeasureLead(_behaviour, new NoWebBehaviour(), ScoringRules.Default, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now))
            .RunAsync("ada", TestContext.Current.CancellationToken);

        Assert.Equal(1, measured.Factors[Factor.PageViewsLast7d].Value);
    }

    [Fact]
    public async Task Run_ValidUntil_IsWhenTheScoreChangesByTimeAlone()
    {
        var clock = Timing.Clock();
        var measure = new MeasureLead(_behaviour, new NoWebBehaviour(), ScoringRules.Default, clock);
        Visit(Timing.Noon - TimeSpan.FromDays(2));
        var before = (await measure.RunAsync("ada", TestContext.Current.CancellationToken)).Score;

        clock.SetUtcNow(before.ValidUntil!.Value.AddTicks(-1));
        Assert.Equal(before.Score, (await measure.RunAsync("ada", TestContext.Current.CancellationToken)).Score.Score);
        clock.SetUtcNow(before.ValidUntil!.Value);
        Assert.NotEqual(before.Score, (await measure.RunAsync("ada", TestContext.Current.CancellationToken)).Score.Score);
    }

    [Fact]
    public async Task Run_SomebodyElsesDeeds_CountForThemAlone()
    {
        _behaviour.Add("bob", new Activity(Timing.Noon, ActivityOrigin.Rybbit, ActivityTypes.PageView));

        Assert.Equal(0, await ValueAsync(Factor.PageViewsLast7d));
    }

    [Fact]
    public async Task Run_SourceFails_DoesNotPassForAScoreOfNothing()
    {
        _behaviour.Disturbance.Fail();

        await Assert.ThrowsAsync<IOException>(() => ValueAsync(Factor.EmailOpens));
    }

    private void Visit(DateTimeOffset at, string? session = null) =>
        _behaviour.Add("ada", new Activity(at, ActivityOrigin.Rybbit, ActivityTypes.PageView, Path: "/", Session: session));

    private async Task<decimal> ValueAsync(Factor factor) =>
        (await new MeasureLead(_behaviour, new NoWebBehaviour(), ScoringRules.Default, Timing.Clock()).RunAsync("ada", TestContext.Current.CancellationToken)).Factors[factor].Value;
}
