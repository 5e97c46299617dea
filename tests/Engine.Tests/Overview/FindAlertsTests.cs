using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Overview;
using PersonalizationEngine.Engine.Overview.Alerts;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Overview;

public sealed class FindAlertsTests
{
    private static readonly DateTimeOffset Now = Timing.Noon;

    private static readonly StandingNow Calm = new([], [], null, new HashSet<string>(), 0, 0);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public void In_NothingKnown_SaysNothing() => Assert.Empty(FindAlerts.In(new AlertFacts(Now)));

    [Theory]
    [InlineData(100, 140_000, 0, 0, 0, "")]
    [InlineData(100, 170_000, 0, 0, 0, "decision-p99")]
    [InlineData(99, 170_000, 0, 0, 0, "")]
    [InlineData(100, 100, 5, 0, 0, "")]
    [InlineData(100, 100, 6, 0, 0, "degraded-share")]
    [InlineData(49, 100, 49, 0, 0, "")]
    [InlineData(0, 100, 0, 50, 1, "error-share")]
    [InlineData(0, 100, 0, 100, 1, "")]
    [InlineData(0, 100, 0, 49, 49, "")]
    public void In_DecisionsOfTenMinutes_GoesByTheSameLimitsAsOnAzure(int decisions, int microseconds, int degraded, int requests, int failed, string expected)
    {
        var counts = TakenCounts.None with
        {
            Latency = LatencyHistogramTests.Of(Enumerable.Repeat(microseconds, decisions)),
            Degraded = degraded,
            Requests = requests,
            Failed = failed,
        };
        var facts = new AlertFacts(Now) { Decisions = Decided(counts, 0) };
        Assert.Equal(expected, string.Join(' ', FindAlerts.In(facts).Select(alert => alert.Key)));
    }

    [Fact]
    public void In_ExposuresLost_SaysSinceWhen()
    {
        var alert = Assert.Single(FindAlerts.In(new AlertFacts(Now) { Decisions = Decided(TakenCounts.None, 3) }));
        Assert.Equal(("exposures-lost", AlertSeverity.Critical, "3 exposures", Now.AddMinutes(-20)), (alert.Key, alert.Severity, alert.Value, alert.Since));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void In_ASourceThatLags_CallsAfterAQuarterOfAnHour(int minutes, bool calls)
    {
        var standing = Calm with { Syncs = [new SyncNow("customers", Now.AddMinutes(-minutes), true)] };
        var alerts = FindAlerts.In(new AlertFacts(Now) { Standing = standing });
        Assert.Equal(calls ? [Now.AddMinutes(15 - minutes)] : [], alerts.Select(alert => alert.Since!.Value));
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void In_ATimerThatIsSilent_CallsAfterTwoIntervalsAndAMinute(int minutes, bool calls)
    {
        var standing = Calm with { Timers = [new TimerNow("Rescore", Now.AddMinutes(-minutes), TimeSpan.FromMinutes(5), true)] };
        Assert.Equal(calls ? ["timer-silence:Rescore"] : [], FindAlerts.In(new AlertFacts(Now) { Standing = standing }).Select(alert => alert.Key));
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 0, "Notice")]
    [InlineData(50, 9, "Notice")]
    [InlineData(50, 10, "Warning")]
    public void In_DeadLetters_NoticesThemAndWarnsOfMany(long waiting, long lately, string expected) => Assert.Equal(
        expected, string.Join(' ', FindAlerts.In(new AlertFacts(Now) { Standing = Calm with { DeadLetters = waiting, GivenUpLately = lately } }).Select(alert => alert.Severity)));

    [Fact]
    public void In_OrchestrationsThatStandStill_Warns() => Assert.Equal(
        "stuck-orchestrations", Assert.Single(FindAlerts.In(new AlertFacts(Now) { Standing = Calm with { Backlog = new Backlog(3, 2, 1) } })).Key);

    [Fact]
    public void In_ASystemThatDoesNotAnswer_IsToldOnceAndNotForItsBreakerToo()
    {
        var facts = new AlertFacts(Now)
        {
            Health = new HealthReport([new DependencyHealth("redis", false, false, "no answer within 1 s", TimeSpan.Zero), new DependencyHealth("store", true, false, null, TimeSpan.Zero)]),
            Breakers = [("redis", BreakerState.Open, TimeSpan.FromMinutes(1)), ("smtp", BreakerState.Probing, TimeSpan.FromMinutes(2)), ("gorse", BreakerState.Closed, TimeSpan.Zero)],
            MemoryShare = 0.86,
        };
        Assert.Equal(["dependency:store", "breaker:smtp", "dependency:redis", "memory"], FindAlerts.In(facts).Select(alert => alert.Key));
    }

    [Fact]
    public void In_VariantsOfWrongSizes_WarnsOfThatExperiment()
    {
        var facts = new AlertFacts(Now)
        {
            Trials = [Trial(1, "calm", false), Trial(2, "off", true), Trial(3, "found", false)],
            Standing = Calm with { Mismatches = new HashSet<string> { "found" } },
        };
        Assert.Equal([("srm:found", 3L), ("srm:off", 2L)], FindAlerts.In(facts).Select(alert => (alert.Key, alert.ExperimentId!.Value)));
    }

    [Fact]
    public async Task History_OfAnAlertThatStays_KeepsItsFirstInstantOverProcesses()
    {
        var positions = new SyncPositionsInMemory();
        var first = await HistoryOf(positions).DateAsync([AlertOf("a")], Now, Ending);
        var second = await HistoryOf(positions).DateAsync([AlertOf("a"), AlertOf("b:x=y|z")], Now.AddMinutes(5), Ending);
        await HistoryOf(positions).DateAsync([AlertOf("b:x=y|z")], Now.AddMinutes(6), Ending);
        var last = await HistoryOf(positions).DateAsync([AlertOf("a"), AlertOf("c") with { Since = Now.AddDays(-1) }], Now.AddMinutes(7), Ending);

        Assert.Equal([Now], first.Select(alert => alert.Since!.Value));
        Assert.Equal([Now, Now.AddMinutes(5)], second.Select(alert => alert.Since!.Value));
        Assert.Equal([Now.AddMinutes(7), Now.AddDays(-1)], last.Select(alert => alert.Since!.Value));
    }

    private static AlertHistory HistoryOf(SyncPositionsInMemory positions) => new(new StandingRecords(positions, NullLogger<StandingRecords>.Instance));

    private static Alert AlertOf(string key) => new(key, AlertSeverity.Notice, "", "", "", "", AlertPlace.Operations, null, null);

    private static TrialNow Trial(long id, string key, bool isOff) => new(id, key, key, null, null, null, isOff, false);

    private static DecisionsNow Decided(TakenCounts counts, long lost)
    {
        CountedSpan[] day = [new(10, Now.AddMinutes(-20), "p", counts with { LostExposures = lost })];
        return DecisionsNow.Of([new CountedSpan(1, Now.AddMinutes(-5), "p", counts)], day, Now);
    }
}
