using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Gorse.Privacy;
using PersonalizationEngine.Adapters.Gorse.Wire;
using PersonalizationEngine.Engine.Ports;
using Refit;

namespace PersonalizationEngine.Adapters.Gorse;

public static class GorseRegistration
{
    /// <summary>
    /// Gorse as the recommender, told by synchronisation. To be called after the embedded recommender is registered, which
    /// stays behind it.
    /// </summary>
    public static IServiceCollection AddGorse(this IServiceCollection services, GorseOptions options)
    {
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions(GorseJson.Default.Options)));
        services.AddRefitGeneratedClient<IGorseApi>(settings)
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = options.Address;
                http.Timeout = options.WriteBudget;
                if (options.ApiKey is { } key) http.DefaultRequestHeaders.Add("X-API-Key", key);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // A redirect would carry the key elsewhere.
                AllowAutoRedirect = false,
                UseProxy = !options.Address.IsLoopback,
            })
            // The client lives as long as the process; the handler renews its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // A line for each request would name people.
            .RemoveAllLoggers();

        return services
            .AddSingleton(options)
            .AddSingleton<IRecommender, GorseRecommender>()
            .AddSingleton<IGorse, GorseWriter>()
            .AddSingleton<IPersonalPlace, GorsePeople>()
            .AddSingleton<IHealthProbe, GorseHealth>();
    }
}
