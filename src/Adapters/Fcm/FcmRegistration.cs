using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Fcm;

public static class FcmRegistration
{
    private const long LongestAnswer = 64 * 1024;

    public static IServiceCollection AddFcm(this IServiceCollection services, FcmOptions options, ChannelOptions channels)
    {
        services.AddHttpClient(FcmProvider.ProviderName)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = LongestAnswer;
                http.DefaultRequestVersion = System.Net.HttpVersion.Version20;
                http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxConnectionsPerServer = channels.Concurrency,
                EnableMultipleHttp2Connections = true,
                // The token goes to Google and nowhere else.
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // A line for each request would name people.
            .RemoveAllLoggers();
        return services
            .AddSingleton<IChannelProvider>(provider => new FcmProvider(
                options, provider.GetRequiredService<ChannelOptions>(), provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IHealthProbe>(provider => new ProviderHealth(FcmProvider.ProviderName, provider.GetRequiredService<OutsideSystems>()));
    }
}
