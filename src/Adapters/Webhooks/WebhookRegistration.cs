using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Signing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Webhooks;

public static class WebhookRegistration
{
    /// <summary>Signed posts over HTTP.</summary>
    public static IServiceCollection AddWebhookPosts(this IServiceCollection services, ChannelOptions options) => services
        .AddClient(WebhookClients.Trusted, isGuarded: false, options)
        .AddClient(WebhookClients.Guarded, isGuarded: true, options)
        .AddSingleton<IHostAddresses, DnsAddresses>()
        .AddSingleton<IWebhookPost, WebhookPost>();

    /// <summary>Providers of a channel, one for each address; the later ones stand in for the earlier ones.</summary>
    /// <param name="name">Of the first; the others add their number.</param>
    public static IServiceCollection AddWebhookProviders(
        this IServiceCollection services, string name, string channel, IReadOnlyList<Uri> addresses, WebhookSigner signer)
    {
        foreach (var (index, address) in addresses.Index())
        {
            var own = index == 0 ? name : string.Create(null, $"{name}_{index + 1}");
            services
                .AddSingleton<IChannelProvider>(provider => new WebhookProvider(
                    own, channel, address, signer, provider.GetRequiredService<ChannelOptions>(), provider.GetRequiredService<IWebhookPost>()))
                .AddSingleton<IHealthProbe>(provider => new ProviderHealth(own, provider.GetRequiredService<OutsideSystems>()));
        }

        return services;
    }

    private static IServiceCollection AddClient(this IServiceCollection services, string name, bool isGuarded, ChannelOptions options)
    {
        services.AddHttpClient(name)
            // Each post has a limit of its own.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => WebhookClients.Handler(isGuarded, options.Concurrency))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // A line for each request would name people.
            .RemoveAllLoggers();
        return services;
    }
}
