using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Tests.Personalization.Outbox;

/// <summary>The outbox holds 50,000 entries; no request waits when it is full.</summary>
[Collection("Outboxes that overflow are counted together")]
public sealed class OverflowTests : IDisposable
{
    private const int Capacity = 50_000;

    private readonly MeterListener _listener = new();
    private readonly long _before;
    private long _requests, _exposures;

    public OverflowTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "personalization.message_requests.lost" or "personalization.exposures.lost") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, lost, _, _) =>
        {
            if (instrument.IsObservable) Volatile.Write(ref _exposures, lost);
            else Interlocked.Add(ref _requests, lost);
        });
        _listener.Start();
        _before = Lost;
    }

    /// <summary>Since the test began.</summary>
    private long Lost
    {
        get
        {
            _listener.RecordObservableInstruments();
            return Interlocked.Read(ref _requests) + Interlocked.Read(ref _exposures) - _before;
        }
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Note_Full_DropsTheNewOnesAndCountsThem()
    {
        await using var outbox = new RunningOutbox();
        Fill(outbox);
        outbox.Outbox.Note(Decided.Exposed("late"));
        outbox.Outbox.Note(Decided.Requested("later", Timing.Noon));
        Assert.Equal(2, Lost);

        await outbox.StopAsync();

        Assert.Equal(Capacity, outbox.Store.Exposures.Count);
        Assert.Equal("p0", outbox.Store.Exposures[0].PersonId);
        Assert.Empty(outbox.Store.Messages);
    }

    [Fact]
    public async Task Note_DroppedBefore_IsTakenTheNextTime()
    {
        await using var outbox = new RunningOutbox();
        Fill(outbox);
        outbox.Outbox.Note(Decided.Exposed("late"));
        outbox.Outbox.Note(Decided.Requested("late", Timing.Noon));
        outbox.Start();
        await outbox.UntilStoredAsync(Capacity);

        outbox.Outbox.Note(Decided.Exposed("late"));
        outbox.Outbox.Note(Decided.Requested("late", Timing.Noon));
        await outbox.StopAsync();

        Assert.Equal("late", outbox.Store.Exposures[^1].PersonId);
        Assert.Single(outbox.Store.Messages);
    }

    [Fact]
    public async Task Run_StoppedWhileTheStoreIsGone_CountsEverythingThatIsLost()
    {
        await using var outbox = new RunningOutbox();
        for (var i = 0; i < 2_100; i++) outbox.Outbox.Note(Decided.Exposed($"p{i}"));
        outbox.Store.Disturbance.Fail();
        await outbox.StopAsync();

        Assert.Equal(2_100, Lost);
    }

    [Fact]
    public async Task Run_StoppedWhileTheStoreFails_EndsAndCountsTheLoss()
    {
        await using var outbox = new RunningOutbox();
        outbox.Store.Disturbance.Fail();
        outbox.Outbox.Note(Decided.Exposed("ada"));
        outbox.Start();
        await outbox.UntilAsync(() => outbox.Store.Disturbance.Calls >= 1);

        await outbox.StopAsync();

        Assert.Equal(1, Lost);
    }

    private static void Fill(RunningOutbox outbox)
    {
        for (var i = 0; i < Capacity; i++) outbox.Outbox.Note(Decided.Exposed($"p{i}"));
    }
}
