using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Webhooks;

public sealed class FailoverTests
{
    [Fact]
    public async Task Send_FirstIsDown_SecondTakesOverUnderTheSameKey()
    {
        await using var first = await HookReceiver.StartAsync(_ => new HookAnswer(500));
        await using var second = await HookReceiver.StartAsync();
        await using var services = Senders.Of(first.Url, second.Url);

        var sent = await services.SendAsync();

        Assert.Equal(new SentBy("email_webhook_2", new ProviderAnswer.Accepted(null)), sent);
        Assert.Equal(Assert.Single(first.Hooks).Header("Idempotency-Key"), Assert.Single(second.Hooks).Header("Idempotency-Key"));
        Assert.Equal(Assert.Single(first.Hooks).Body, Assert.Single(second.Hooks).Body);
    }

    [Theory]
    [InlineData(429, "5", 0)]
    [InlineData(429, "600", 1)]
    [InlineData(400, "", 0)]
    [InlineData(410, "", 0)]
    [InlineData(0, "", 0)]
    [InlineData(504, "", 0)]
    public async Task Send_FirstIsNotDown_SecondIsAskedOnlyWhenTheWaitIsLong(int status, string retryAfter, int asked)
    {
        await using var first = await HookReceiver.StartAsync(
            _ => retryAfter.Length == 0 ? new HookAnswer(status) : new HookAnswer(status, "", ("Retry-After", retryAfter)));
        await using var second = await HookReceiver.StartAsync();
        await using var services = Senders.Of(first.Url, second.Url);

        await services.SendAsync();

        Assert.Equal(asked, second.Hooks.Count);
    }

    [Fact]
    public async Task Send_OneMayHaveIt_OnlyThatOneIsAskedAgain()
    {
        await using var first = await HookReceiver.StartAsync(_ => new HookAnswer(500));
        await using var second = await HookReceiver.StartAsync(_ => new HookAnswer(500));
        await using var services = Senders.Of(first.Url, second.Url);

        var sent = await services.SendAsync(Senders.Message() with { MaybeWith = "email_webhook_2" });

        Assert.Equal("email_webhook_2", sent.Provider);
        Assert.Empty(first.Hooks);
    }

    [Fact]
    public async Task Send_FirstFailsOverAndOver_IsLeftAloneAndToldOfInHealth()
    {
        await using var first = await HookReceiver.StartAsync(_ => new HookAnswer(500));
        await using var second = await HookReceiver.StartAsync();
        await using var services = Senders.Of(first.Url, second.Url);

        for (var n = 0; n < 40; n++) Assert.Equal("email_webhook_2", (await services.SendAsync(Senders.Message($"msg_{n}"))).Provider);

        Assert.InRange(first.Hooks.Count, 1, 39);
        Assert.Equal(40, second.Hooks.Count);
    }

    [Fact]
    public async Task Send_OnAChannelWithoutProvider_IsRefused()
    {
        await using var services = Senders.Of();

        Assert.Equal(new SentBy("", new ProviderAnswer.Refused("no_provider")), await services.SendAsync());
    }
}
