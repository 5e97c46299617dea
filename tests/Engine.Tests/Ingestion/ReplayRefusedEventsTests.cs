using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Tests.Feedback;
using PersonalizationEngine.Engine.Tests.Ingestion.Planning;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Ingestion;

/// <summary>A replay judges an event as of when it first came.</summary>
public sealed class ReplayRefusedEventsTests : IDisposable
{
    private static readonly DateTimeOffset LongAgo = Timing.Noon.AddDays(-20);

    private readonly Intake _intake = new();
    private readonly Reports _reports = new();
    private readonly RefusedEventsInMemory _refused = new();

    public void Dispose() => _reports.Dispose();

    [Fact]
    public async Task Run_SoundNow_IsCountedAsOfItsReceiptAndForgotten()
    {
        Wait(1, EventSource.Rybbit, """{"type":"pageview","site_id":"1","user_id":"ada"}""");

        Assert.Equal(1, (await RunAsync(1)).Replayed);
        Assert.Equal(LongAgo, Assert.Single(_intake.Store.Activities).Activity.At);
        Assert.Empty(_refused.Waiting);
    }

    [Fact]
    public async Task Run_StillRefused_StaysWithTheReasonOfToday()
    {
        Wait(1, EventSource.Cdp, """{"type":"nothing"}""");
        var still = Assert.Single((await RunAsync(1)).StillRefused);

        Assert.Equal("type", still.Field);
        Assert.NotEqual("old reason", still.Reason);
        Assert.Single(_refused.Waiting);
    }

    [Fact]
    public async Task Run_CountedMeanwhile_IsForgottenWithoutCountingAgain()
    {
        var visit = Told.Visit("e1", "phone", LongAgo);
        await _intake.RybbitAsync(visit);
        Wait(1, EventSource.Rybbit, visit);

        Assert.Equal(1, (await RunAsync(1)).Replayed);
        Assert.Single(_intake.Store.Activities);
        Assert.Empty(_refused.Waiting);
    }

    [Fact]
    public async Task Run_WithoutAnIdTwice_CountsOnceByItsKey()
    {
        const string Bare = """{"type":"pageview","site_id":"1","user_id":"ada"}""";
        Wait(1, EventSource.Rybbit, Bare);
        await RunAsync(1);
        Wait(1, EventSource.Rybbit, Bare);
        await RunAsync(1);

        Assert.Single(_intake.Store.Activities);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(60 * 24 * 21, 0)]
    public async Task Run_InTheFutureOfItsReceipt_CountsOnceThatIsPast(int minutes, int expected)
    {
        var at = LongAgo.AddMinutes(minutes);
        Wait(1, EventSource.Rybbit, Told.Visit("e1", "phone", at));

        Assert.Equal(expected, (await RunAsync(1)).Replayed);
        Assert.All(_intake.Store.Activities, record => Assert.Equal(at, record.Activity.At));
    }

    [Fact]
    public async Task Run_FeedbackOnADecisionTooOldByNow_CountsAsOfItsReceipt()
    {
        Wait(1, EventSource.Frontend, Reports.Click(_reports.Decide()), Timing.Noon.AddDays(1));
        _reports.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(1, (await RunAsync(1)).Replayed);
        Assert.Single(_reports.Store.Records);
    }

    [Fact]
    public async Task Run_BrokenOnesAndIdsThatAreNotThere_DoNotHoldUpTheOthers()
    {
        Wait(1, EventSource.Rybbit, "{");
        Wait(2, EventSource.Rybbit, "");
        Wait(3, EventSource.Rybbit, "{}\n{}");
        Wait(4, EventSource.Rybbit, """{"type":"pageview","site_id":"1","user_id":"ada"}""");
        var summary = await RunAsync(1, 2, 3, 4, 5);

        Assert.Equal((1, 3), (summary.Replayed, summary.StillRefused.Count));
        Assert.Equal([1L, 2L, 3L], _refused.Waiting.Select(waiting => waiting.Id));
    }

    private void Wait(long id, EventSource source, string payload, DateTimeOffset? receivedAt = null) =>
        _refused.Waiting.Add(new RefusedEvent(id, source, $"key{id}", payload, "old field", "old reason", receivedAt ?? LongAgo));

    private Task<ReplaySummary> RunAsync(params long[] ids) =>
        new ReplayRefusedEvents(_refused, _intake.Events, _reports.Record, _reports.Clock).RunAsync(ids, TestContext.Current.CancellationToken);
}
