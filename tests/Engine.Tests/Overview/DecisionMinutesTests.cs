using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Overview;

public sealed class DecisionMinutesTests : IDisposable
{
    private readonly DecisionMinutesInMemory _store = new();
    private readonly MinuteCounts _counts = new();
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _time = Timing.Clock();
    private readonly KeepDecisionMinutes _keep;

    public DecisionMinutesTests() => _keep = new(_counts, _store, new JobHolder("this"), _time, NullLogger<KeepDecisionMinutes>.Instance);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _keep.Dispose();

    [Fact]
    public async Task Take_FromManyThreads_LosesAndDoublesNothing()
    {
        const int Threads = 4, Each = 50_000;
        var taken = new List<TakenCounts>();
        var working = Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++) _counts.Note(TimeSpan.FromMicroseconds(i % 3000), (DecisionOutcome)(i % 4), i % 10 == 0);
        }, Ending)));
        while (!working.IsCompleted) taken.Add(_counts.Take());
        await working;
        taken.Add(_counts.Take());

        var all = taken.Aggregate(TakenCounts.None, (one, other) => one.Plus(other));

        Assert.Equal((Threads * Each, Threads * Each / 10), (all.Decisions, all.Degraded));
        Assert.Equal((Threads * Each / 4, Threads * Each / 4, Threads * Each / 4), (all.Strangers, all.HeldOut, all.Fallbacks));
        Assert.Equal((0, 0), (_counts.Take().Decisions, _counts.Take().Degraded));
    }

    [Fact]
    public async Task Write_SeveralTimesAMinute_KeepsOneRowThatGrows()
    {
        _time.Advance(TimeSpan.FromSeconds(10));
        Decide(2);
        await _keep.WriteAsync(Ending);
        _time.Advance(TimeSpan.FromSeconds(20));
        Decide(3);
        await _keep.WriteAsync(Ending);
        await _keep.WriteAsync(Ending);
        _time.Advance(TimeSpan.FromMinutes(1));
        Decide(4);
        await _keep.WriteAsync(Ending);

        Assert.Equal([5L, 4], _store.Spans(1).Select(span => span.Counts.Decisions));
        Assert.Equal([9L], _store.Spans(10).Select(span => span.Counts.Decisions));
        Assert.Equal(Timing.Noon, _store.Spans(1)[0].StartsAt);
    }

    [Fact]
    public async Task Write_StoreAwayForMinutes_BringsEachMinuteLater()
    {
        _time.Advance(TimeSpan.FromSeconds(30));
        _store.Writing.Fail();
        Decide(1);
        await Assert.ThrowsAnyAsync<Exception>(() => _keep.WriteAsync(Ending));
        _store.Writing.End();
        _time.Advance(TimeSpan.FromMinutes(1));
        Decide(2);
        await _keep.WriteAsync(Ending);

        Assert.Equal([1L, 2], _store.Spans(1).Select(span => span.Counts.Decisions));
    }

    [Fact]
    public async Task Run_ThatIsStopped_WritesWhatIsLeft()
    {
        using var stopping = new CancellationTokenSource();
        var running = _keep.RunAsync(stopping.Token);
        Decide(7);
        await stopping.CancelAsync();
        await running;

        Assert.Equal([7L], _store.Spans(10).Select(span => span.Counts.Decisions));
    }

    [Fact]
    public void Windows_OfTwoProcesses_AreMerged()
    {
        var now = Timing.Noon.AddMinutes(30);
        CountedSpan[] minutes = [Span(1, 29, "a", 100, 99), Span(1, 29, "b", 300, 1), Span(1, 26, "b", 300, 20), Span(1, 3, "a", 50, 40)];
        CountedSpan[] tens = [Span(10, 20, "a", 100, 99), Span(10, 20, "b", 300, 21), Span(10, 0, "a", 50, 40), Span(10, -60 * 30, "a", 50, 1000)];

        var told = DecisionsNow.Of(minutes, tens, now);

        Assert.Equal((120, 120, 160, 160), (told.FiveMinutes.Counts.Decisions, told.TenMinutes.Counts.Decisions, told.Hour.Counts.Decisions, told.Day.Counts.Decisions));
        Assert.Equal(0.4, told.FiveMinutes.PerSecond, 6);
        Assert.Equal(160, told.ByTwoMinutes.Sum(window => window.Counts.Decisions));
        Assert.Equal(160, told.ByHalfHour.Sum(window => window.Counts.Decisions));
        Assert.InRange(told.FiveMinutes.Median!.Value.TotalMicroseconds, 75, 125);
        Assert.InRange(told.FiveMinutes.P99!.Value.TotalMicroseconds, 225, 375);
    }

    private static CountedSpan Span(int minutes, int after, string process, int microseconds, int count) => new(
        minutes, Timing.Noon.AddMinutes(after), process, TakenCounts.None with { Latency = LatencyHistogramTests.Of(Enumerable.Repeat(microseconds, count)) });

    private void Decide(int times)
    {
        for (var i = 0; i < times; i++) _counts.Note(TimeSpan.FromMicroseconds(50), DecisionOutcome.Decided, false);
    }
}
