using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Tests.Personalization.Outbox;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Decisions;

/// <summary>Receipts reach the store, or whoever asked is told that they do not.</summary>
public sealed class KeepDecisionsTests
{
    private static readonly PlaybookContents Playbook = new(1, [], 0, GlobalHoldout.None, AttributeMap.Empty);

    private readonly FakeTimeProvider _clock = Timing.Clock();
    private readonly KeptDecisionsInMemory _store = new();
    private readonly KeepDecisions _keep;

    public KeepDecisionsTests() => _keep = new KeepDecisions(_store, _clock, NullLogger<KeepDecisions>.Instance);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StoreAsync_StoreWorks_IsStoredWhenItReturns()
    {
        Assert.Equal(ReceiptFate.Stored, await _keep.StoreAsync(Decision("a"), Ending));
        Assert.NotNull(await _store.FindAsync("a", Ending));
    }

    [Fact]
    public async Task StoreAsync_StoreFails_SaysThatItIsDropped()
    {
        _store.Disturbance.Fail();

        Assert.Equal(ReceiptFate.Dropped, await _keep.StoreAsync(Decision("a"), Ending));
    }

    [Fact]
    public async Task StoreAsync_StoreHangs_PromisesNothingAfterTwoSeconds()
    {
        _store.Disturbance.Hang();
        var storing = _keep.StoreAsync(Decision("a"), Ending);
        await _clock.MoveUntilAsync(TimeSpan.FromSeconds(1), storing);

        Assert.Equal(ReceiptFate.Queued, await storing);
        _store.Disturbance.End();
    }

    [Fact]
    public async Task Run_StoreFailsForATime_StoresAllThatWasQueued()
    {
        _store.Disturbance.FailNext(new IOException(), new TimeoutException());
        for (var i = 0; i < 600; i++) Assert.Equal(ReceiptFate.Queued, _keep.Queue(Decision($"{i}")));
        using var stop = new CancellationTokenSource();
        var running = _keep.RunAsync(stop.Token);
        await _clock.MoveUntilAsync(TimeSpan.FromSeconds(1), () => _store.Count == 600);
        await stop.CancelAsync();

        await running.SoonAsync();
    }

    [Fact]
    public async Task Queue_MoreThanThereIsRoomFor_IsDroppedAndTheRestIsStored()
    {
        var fates = Enumerable.Range(0, 5_000).Select(i => _keep.Queue(Decision($"{i}"))).ToList();
        Assert.Equal((4_000, 1_000), (fates.Count(fate => fate == ReceiptFate.Queued), fates.Count(fate => fate == ReceiptFate.Dropped)));

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await _keep.RunAsync(stop.Token).SoonAsync();

        Assert.Equal(4_000, _store.Count);
    }

    [Fact]
    public async Task Run_StoreIsGoneAtTheEnd_EndsAllTheSame()
    {
        _store.Disturbance.Fail();
        _keep.Queue(Decision("a"));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await _keep.RunAsync(stop.Token).SoonAsync();
    }

    private static KeptDecision Decision(string key) => new(
        key, DecisionReceipt.Of(Decided.Exposed("p"), []), Playbook, new AnswerSources("live", Timing.Noon, "embedded", 1), null, WasAsked: true);
}
