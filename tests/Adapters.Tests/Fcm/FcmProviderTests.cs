using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Tests.Webhooks;
using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Fcm;

public sealed class FcmProviderTests
{
    [Theory]
    [InlineData(PushPlatforms.Android, "android")]
    [InlineData(PushPlatforms.Ios, "apns")]
    [InlineData(PushPlatforms.Web, "webpush")]
    [InlineData(null, "android apns webpush")]
    public async Task Send_ToAPlatform_IsToldInItsWords(string? platform, string parts)
    {
        await using var server = await FcmServer.StartAsync();
        await using var services = server.Services();

        var sent = await services.SendAsync(FcmServer.Message(platform) with { ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1) });

        Assert.Equal(new SentBy("fcm", new ProviderAnswer.Accepted("projects/shop/messages/1")), sent);
        var hook = Assert.Single(server.Sent);
        Assert.Equal(("/v1/projects/shop/messages:send", "Bearer t1"), (hook.Path, hook.Header("authorization")));
        var message = JsonDocument.Parse(hook.Body).RootElement.GetProperty("message");
        Assert.Equal(parts.Split(' '), message.EnumerateObject().Select(part => part.Name).Except(["token", "notification", "data"]));
        Assert.Equal(["message_id", "order", "url"], message.GetProperty("data").EnumerateObject().Select(pair => pair.Name).Order(StringComparer.Ordinal));
        if (platform == PushPlatforms.Android)
        {
            Assert.InRange(int.Parse(message.GetProperty("android").GetProperty("ttl").GetString()!.TrimEnd('s'), null), 3590, 3600);
            Assert.Equal("msg_0123456789abcdef0123456789abcdef", message.GetProperty("android").GetProperty("collapse_key").GetString());
        }

        if (platform == PushPlatforms.Web) Assert.Equal(32, message.GetProperty("webpush").GetProperty("headers").GetProperty("Topic").GetString()!.Length);
    }

    [Fact]
    public async Task Send_Several_AsksForOneToken()
    {
        await using var server = await FcmServer.StartAsync();
        await using var services = server.Services();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => services.SendAsync(FcmServer.Message())));

        Assert.Equal((20, 1), (server.Sent.Count, server.TokensAsked.Count));
    }

    [Fact]
    public async Task Send_TokenIsWithdrawn_GoesWithAFreshOne()
    {
        await using var server = await FcmServer.StartAsync();
        server.Withdrawn = 1;
        await using var services = server.Services();

        Assert.IsType<ProviderAnswer.Accepted>((await services.SendAsync(FcmServer.Message())).Answer);
        Assert.Equal(2, server.TokensAsked.Count);
    }

    [Fact]
    public async Task Send_NoTokenIsGiven_IsToBeTriedLater()
    {
        await using var server = await FcmServer.StartAsync();
        server.GivesTokens = false;
        await using var services = server.Services();

        Assert.Equal(new ProviderAnswer.TryLater("not_allowed"), (await services.SendAsync(FcmServer.Message())).Answer);
    }

    [Theory]
    [InlineData(404, "NOT_FOUND", "UNREGISTERED", "gone:unregistered")]
    [InlineData(404, "NOT_FOUND", null, "gone:unregistered")]
    [InlineData(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", "gone:invalid_address")]
    [InlineData(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", "refused:other_sender")]
    [InlineData(403, "PERMISSION_DENIED", null, "later:not_allowed")]
    [InlineData(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "later:rate_limited")]
    [InlineData(500, "INTERNAL", "INTERNAL", "later:failed")]
    [InlineData(503, "UNAVAILABLE", "UNAVAILABLE", "later:failed")]
    public async Task Send_Refused_IsReadByItsCode(int status, string common, string? own, string expected)
    {
        await using var server = await FcmServer.StartAsync();
        var details = own is null ? "" : $$""","details":[{"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"{{own}}"}]""";
        server.Answer = new HookAnswer(
            status, $$$"""{"error":{"code":{{{status}}},"message":"The registration token is not a valid FCM registration token","status":"{{{common}}}"{{{details}}}}}""", ("Retry-After", "30"));
        await using var services = server.Services();

        var answer = (await services.SendAsync(FcmServer.Message())).Answer;

        Assert.Equal(expected, answer switch
        {
            ProviderAnswer.TryLater later => $"later:{later.Reason}",
            ProviderAnswer.Refused refused => $"refused:{refused.Reason}",
            ProviderAnswer.AddressGone gone => $"gone:{gone.Reason}",
            _ => "accepted",
        });
        if (answer is ProviderAnswer.TryLater wait) Assert.Equal(TimeSpan.FromSeconds(30), wait.After);
    }

    [Fact]
    public async Task Send_404WithoutGooglesWords_IsNoReasonToForgetTheToken()
    {
        await using var server = await FcmServer.StartAsync();
        server.Answer = new HookAnswer(404, "<html>nothing here</html>");
        await using var services = server.Services();

        Assert.Equal(new ProviderAnswer.TryLater("not_found"), (await services.SendAsync(FcmServer.Message())).Answer);
    }

    [Fact]
    public async Task Send_TokenIsUnregistered_IsForgotten()
    {
        await using var server = await FcmServer.StartAsync();
        server.Answer = new HookAnswer(404, """{"error":{"status":"NOT_FOUND"}}""");
        var tokens = new TokensInMemory();
        await using var services = server.Services(add => add.AddSingleton<IPushTokens>(tokens));

        await services.SendAsync(FcmServer.Message());

        Assert.Equal(["token-1"], tokens.Forgotten);
    }

    private sealed class TokensInMemory : IPushTokens
    {
        public List<string> Forgotten { get; } = [];

        public Task<bool> SaveAsync(PushToken token, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> RemoveAsync(string personId, string token, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ForgetAsync(string token, CancellationToken cancellationToken)
        {
            Forgotten.Add(token);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyDictionary<string, IReadOnlyList<PushToken>>> OfPeopleAsync(
            IReadOnlyCollection<string> people, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
