using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Fcm;
using PersonalizationEngine.Adapters.Tests.Webhooks;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Fcm;

/// <summary>FCM and Google's token endpoint as our provider sees them.</summary>
internal sealed class FcmServer : IAsyncDisposable
{
    private readonly HookReceiver _receiver;

    private FcmServer(HookReceiver receiver) => _receiver = receiver;

    public IReadOnlyList<Hook> Sent => [.. _receiver.Hooks.Where(hook => hook.Path.EndsWith(":send", StringComparison.Ordinal))];

    public IReadOnlyList<Hook> TokensAsked => [.. _receiver.Hooks.Where(hook => hook.Path == "/token")];

    public HookAnswer Answer { get; set; } = new(200, """{"name":"projects/shop/messages/1"}""");

    /// <summary>Tokens of that number are refused.</summary>
    public int Withdrawn { get; set; }

    public bool GivesTokens { get; set; } = true;

    public static async Task<FcmServer> StartAsync()
    {
        var receiver = await HookReceiver.StartAsync();
        var server = new FcmServer(receiver);
        receiver.Answer = server.Say;
        return server;
    }

    public ServiceProvider Services(Action<IServiceCollection>? add = null)
    {
        using var rsa = RSA.Create(2048);
        var account = new ServiceAccount("shop", "engine@shop.example", rsa.ExportPkcs8PrivateKeyPem(), "key-1", new Uri(_receiver.Url, "token").ToString());
        return Senders.With(services =>
        {
            add?.Invoke(services);
            services.AddFcm(new FcmOptions(account, _receiver.Url), ChannelOptions.Default);
        });
    }

    public static OutgoingMessage Message(string? platform = null) => Senders.Message("msg_0123456789abcdef0123456789abcdef") with
    {
        Channel = "push",
        Address = "token-1",
        Platform = platform,
        Content = new MessageContent("Your order is here") { Subject = "News", Url = "https://example.com/o/1", Data = new Dictionary<string, string> { ["order"] = "1", ["from"] = "x" } },
    };

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private HookAnswer Say(Hook hook)
    {
        if (hook.Path == "/token")
        {
            return GivesTokens
                ? new HookAnswer(200, $$"""{"access_token":"t{{TokensAsked.Count}}","expires_in":3600,"token_type":"Bearer"}""")
                : new HookAnswer(400, """{"error":"invalid_grant"}""");
        }

        return Withdrawn > 0 && hook.Header("authorization") == $"Bearer t{Withdrawn}" ? new HookAnswer(401, """{"error":{"status":"UNAUTHENTICATED"}}""") : Answer;
    }
}
