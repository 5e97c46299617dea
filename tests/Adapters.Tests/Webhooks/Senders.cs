using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PersonalizationEngine.Adapters.Webhooks;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Delivery.Signing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Tests.Webhooks;

/// <summary>The engine's way out to webhooks, wired as the composition root does.</summary>
internal static class Senders
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", OldSecret = "whsec_b2xkIHNlY3JldCBvZiB0aGUgcHJvdmlkZXI=";

    public static ServiceProvider Of(params Uri[] addresses) => With(services => services.AddWebhookProviders(
        "email_webhook", "email", addresses, WebhookSigner.Parse($"{Secret} {OldSecret}")!));

    public static ServiceProvider With(Action<IServiceCollection> add, ChannelOptions? options = null)
    {
        options ??= ChannelOptions.Default with { Timeout = TimeSpan.FromSeconds(2) };
        var services = new ServiceCollection();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options).AddWebhookPosts(options).AddSingleton<OutsideSystems>().AddSingleton<IMessageSender, SendByProviders>();
        add(services);
        return services.BuildServiceProvider();
    }

    public static OutgoingMessage Message(string id = "msg_1") => new(
        id, "anna", "email", "anna@example.com", new MessageContent("Hello Anna") { Subject = "Hello", Html = "<p>Hello</p>" },
        new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
    {
        Topic = "offers",
        Source = "campaign",
        SourceId = 7,
    };

    public static Task<SentBy> SendAsync(this ServiceProvider services, OutgoingMessage? message = null) =>
        services.GetRequiredService<IMessageSender>().SendAsync(message ?? Message(), TestContext.Current.CancellationToken);
}
