using System.Globalization;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ingestion.Authentication;
using PersonalizationEngine.Servers;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Webhooks;

public sealed class WebhookProviderTests
{
    [Fact]
    public async Task Send_Message_IsPostedSignedAndUnderItsId()
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(202, """{"id":"provider-1"}"""));
        await using var services = Senders.Of(receiver.Url);

        var sent = await services.SendAsync();

        Assert.Equal(new SentBy("email_webhook", new ProviderAnswer.Accepted("provider-1")), sent);
        var hook = Assert.Single(receiver.Hooks);
        Assert.Equal(("msg_1", "msg_1", "application/json"), (hook.Header("webhook-id"), hook.Header("Idempotency-Key"), hook.Header("Content-Type")));
        using var body = JsonDocument.Parse(hook.Body);
        var data = body.RootElement.GetProperty("data");
        Assert.Equal("message.send", body.RootElement.GetProperty("type").GetString());
        Assert.Equal(("anna@example.com", "anna", "Hello"),
            (data.GetProperty("to").GetString(), data.GetProperty("user_id").GetString(), data.GetProperty("subject").GetString()));
    }

    [Theory]
    [InlineData(Senders.Secret)]
    [InlineData(Senders.OldSecret)]
    public async Task Send_WithTwoSecrets_IsAcceptedByWhoeverHasOne(string secret)
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var services = Senders.Of(receiver.Url);
        await services.SendAsync();

        var hook = Assert.Single(receiver.Hooks);
        var reader = new WebhookAuthenticator(WebhookCredentials.Parse(secret, null, []), TimeProvider.System);
        Assert.Null(reader.WhyRefused(
            new WebhookHeaders(hook.Header("webhook-id"), hook.Header("webhook-timestamp"), hook.Header("webhook-signature"), null),
            Encoding.UTF8.GetBytes(hook.Body)));
    }

    [Theory]
    [InlineData(302, "redirected")]
    [InlineData(401, "not_allowed")]
    [InlineData(404, "not_found")]
    [InlineData(408, "timed_out")]
    [InlineData(409, "in_progress")]
    [InlineData(425, "in_progress")]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "failed")]
    [InlineData(503, "failed")]
    public async Task Send_AnsweredThatItCannotNow_IsToBeTriedLater(int status, string reason)
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(status, "", ("Retry-After", "17"), ("Location", "/elsewhere")));
        await using var services = Senders.Of(receiver.Url);

        var later = Assert.IsType<ProviderAnswer.TryLater>((await services.SendAsync()).Answer);

        Assert.Equal(reason, later.Reason);
        Assert.False(later.MayHaveArrived);
        if (status >= 400) Assert.Equal(TimeSpan.FromSeconds(17), later.After);
        Assert.Single(receiver.Hooks);
    }

    [Theory]
    [InlineData(400, "", "refused", false)]
    [InlineData(422, """{"reason":"template","detail":"too long"}""", "refused", false)]
    [InlineData(422, """{"reason":"invalid_address"}""", "invalid_address", true)]
    [InlineData(410, "", "gone", true)]
    [InlineData(410, "not json", "gone", true)]
    public async Task Send_AnsweredNever_IsRefusedOrTheAddressIsGone(int status, string body, string reason, bool isGone)
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(status, body));
        await using var services = Senders.Of(receiver.Url);

        var answer = (await services.SendAsync()).Answer;

        Assert.Equal(reason, isGone ? Assert.IsType<ProviderAnswer.AddressGone>(answer).Reason : Assert.IsType<ProviderAnswer.Refused>(answer).Reason);
    }

    [Fact]
    public async Task Send_RetryAfterAsAnInstant_IsReadAsATime()
    {
        var at = TimeProvider.System.GetUtcNow().AddMinutes(10).ToString("R", CultureInfo.InvariantCulture);
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(429, "", ("Retry-After", at)));
        await using var services = Senders.Of(receiver.Url);

        var later = Assert.IsType<ProviderAnswer.TryLater>((await services.SendAsync()).Answer);

        Assert.InRange(later.After!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Send_NobodyThere_IsKnownNotToHaveArrived()
    {
        await using var services = Senders.Of(new Uri($"http://127.0.0.1:{FreePort.Find()}/"));

        Assert.Equal(new ProviderAnswer.TryLater("not_connected"), (await services.SendAsync()).Answer);
    }

    [Theory]
    [InlineData(0, "cut_off")]
    [InlineData(-1, "timed_out")]
    public async Task Send_CutOffOrSilent_MayHaveArrived(int status, string reason)
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(status));
        await using var services = Senders.Of(receiver.Url);

        Assert.Equal(new ProviderAnswer.TryLater(reason) { MayHaveArrived = true }, (await services.SendAsync()).Answer);
    }
}
