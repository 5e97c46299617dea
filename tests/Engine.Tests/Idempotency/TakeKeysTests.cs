using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Engine.Idempotency;

namespace PersonalizationEngine.Engine.Tests.Idempotency;

public sealed class TakeKeysTests
{
    private static readonly KeptAnswer Answer = new(200, [], "{}");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 14, 9, 30, 0, TimeSpan.Zero));
    private readonly KeysInMemory _keys = new();

    [Fact]
    public async Task RunAsync_RequestThatRunsForAnHour_KeepsItsKey()
    {
        await HoldAsync();
        for (var minute = 0; minute < 60; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.True(_keys.Until > _time.GetUtcNow(), $"Free after {minute} minutes.");
        }
    }

    [Fact]
    public async Task RunAsync_RenewalFails_IsTriedAgain()
    {
        await HoldAsync();
        _keys.IsBroken = true;
        _time.Advance(KeyRules.Renewal);
        _keys.IsBroken = false;
        _time.Advance(KeyRules.Renewal);
        Assert.Equal(["take", "renew", "renew"], _keys.Calls);
        Assert.True(_keys.Until > _time.GetUtcNow());
    }

    [Fact]
    public async Task KeepAsync_ThenRelease_OnlyTheFirstCounts()
    {
        var held = await HoldAsync();
        await held.KeepAsync(Answer);
        await held.ReleaseAsync();
        await held.KeepAsync(Answer);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["take", "keep"], _keys.Calls);
        Assert.Equal(_time.Start + KeyRules.Kept, _keys.Until);
    }

    [Fact]
    public async Task ReleaseAsync_ThenTimePasses_NothingIsRenewed()
    {
        await (await HoldAsync()).ReleaseAsync();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["take", "release"], _keys.Calls);
    }

    [Fact]
    public async Task KeepAsync_StoreFails_AnswersTheCallerAllTheSame()
    {
        var held = await HoldAsync();
        _keys.IsBroken = true;
        await held.KeepAsync(Answer);
        Assert.Equal(["take", "keep"], _keys.Calls);
    }

    [Theory]
    [InlineData(KeyState.InFlight)]
    [InlineData(KeyState.OtherRequest)]
    [InlineData(KeyState.Answered)]
    public async Task RunAsync_KeyIsNotFree_HoldsNothing(KeyState state)
    {
        var keys = new KeysInMemory { Found = new KeyFound(state, state == KeyState.Answered ? Answer : null) };
        var (held, found) = await Take(keys).RunAsync("key", "request", TestContext.Current.CancellationToken);

        Assert.Null(held);
        Assert.Equal(state, found.State);
    }

    private async Task<HeldKey> HoldAsync() => (await Take(_keys).RunAsync("key", "request", TestContext.Current.CancellationToken)).Held!;

    private TakeKeys Take(KeysInMemory keys) => new(keys, _time, NullLogger<TakeKeys>.Instance);
}
