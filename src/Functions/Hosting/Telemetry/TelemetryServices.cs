using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>
/// Traces, metrics and logs leave over OTLP, to Azure Monitor, or both, as the environment says; where it says nothing they cost
/// nothing. What is measured is said here in any case, so that a host which reads figures itself finds the same ones.
/// </summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics
            .AddMeter(TelemetryNames.Meters)
            .ConfigureResource(resource => resource.AddEngine(configuration)));

        var destinations = Destinations.Read(configuration);
        if (!destinations.Any) return services;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing
                .ConfigureResource(resource => resource.AddEngine(configuration))
                .AddSource(TelemetryNames.Sources)
                .AddHttpClientInstrumentation()
                .AddProcessor(new PlainSpans())
                .AddDestinations(destinations))
            .WithMetrics(metrics => metrics.AddDestinations(destinations))
            .WithLogging(
                logging => logging.ConfigureResource(resource => resource.AddEngine(configuration)).AddProcessor(new PlainLogs()).AddDestinations(destinations),
                options => options.IncludeFormattedMessage = true);
        return services;
    }
}
