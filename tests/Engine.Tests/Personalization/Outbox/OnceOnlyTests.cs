namespace PersonalizationEngine.Engine.Tests.Personalization.Outbox;

/// <summary>A person who comes back a hundred times is exposed once, and asked for a message once in each period.</summary>
public sealed class OnceOnlyTests : IAsyncLifetime
{
    private readonly RunningOutbox _outbox = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Fact]
    public async Task Note_SameExposureManyTimesAtOnce_IsSentOnce()
    {
        Parallel.For(0, 1_000, i => _outbox.Outbox.Note(Decided.Exposed($"p{i % 10}")));
        await _outbox.StopAsync();

        Assert.Equal(10, _outbox.Store.Exposures.Count);
    }

    [Fact]
    public async Task Note_AnotherVariant_IsAnotherExposure()
    {
        _outbox.Outbox.Note(Decided.Exposed("ada", variant: 0));
        _outbox.Outbox.Note(Decided.Exposed("ada", variant: 1));
        await _outbox.StopAsync();

        Assert.Equal(["a", "b"], _outbox.Store.Exposures.Select(exposure => exposure.Variant));
        Assert.All(_outbox.Store.Exposures, exposure => Assert.Equal((7L, Timing.Noon), (exposure.ExperimentId, exposure.At)));
    }

    [Fact]
    public async Task Note_OutsideTheExperiment_IsNoExposure()
    {
        _outbox.Outbox.Note(Decided.Exposed("ada", inExperiment: false));
        await _outbox.StopAsync();

        Assert.Empty(_outbox.Store.Exposures);
    }

    [Fact]
    public async Task Note_MoreExposuresThanItRemembers_GoesOnSending()
    {
        _outbox.Start();
        for (var round = 0; round < 6; round++)
        {
            for (var i = 0; i < 40_000; i++) _outbox.Outbox.Note(Decided.Exposed($"p{(round * 40_000) + i}"));
            await _outbox.UntilStoredAsync((round + 1) * 40_000);
        }

        _outbox.Outbox.Note(Decided.Exposed("p239999"));
        _outbox.Outbox.Note(Decided.Exposed("p150000"));
        await _outbox.StopAsync();
        Assert.Equal(240_000, _outbox.Store.Exposures.Count);
    }

    [Theory]
    [InlineData(1, 0, 24 * 60 - 1, 1)]
    [InlineData(1, 0, 24 * 60, 2)]
    [InlineData(7, 0, 7 * 24 * 60, 2)]
    public async Task Note_MessageAskedForTwice_IsOnePerPeriod(int everyDays, int firstMinute, int secondMinute, int expected)
    {
        // Periods are counted from 1970 on, a Thursday, and so begin at midnight.
        var thursday = new DateTimeOffset(2026, 5, 14, 0, 0, 0, TimeSpan.Zero);
        _outbox.Outbox.Note(Decided.Requested("ada", thursday.AddMinutes(firstMinute), everyDays));
        _outbox.Outbox.Note(Decided.Requested("ada", thursday.AddMinutes(secondMinute), everyDays));
        await _outbox.StopAsync();

        Assert.Equal(expected, _outbox.Store.Messages.Select(message => message.Period).Distinct().Count());
        Assert.Equal(expected, _outbox.Store.Messages.Count);
    }

    [Fact]
    public async Task Note_MessageOverTwoChannelsOrForbidden_IsAskedForPerChannelAndNotAtAll()
    {
        _outbox.Outbox.Note(Decided.Requested("ada", Timing.Noon));
        _outbox.Outbox.Note(Decided.Requested("ada", Timing.Noon, channel: "email"));
        _outbox.Outbox.Note(Decided.Requested("bob", Timing.Noon, allowed: false));
        await _outbox.StopAsync();

        Assert.Equal([("website", "ada"), ("email", "ada")], _outbox.Store.Messages.Select(message => (message.Channel, message.PersonId)));
    }
}
