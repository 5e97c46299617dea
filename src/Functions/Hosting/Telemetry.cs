using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PersonalizationEngine.Engine;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Traces and metrics leave over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; otherwise they cost nothing.</summary>
internal static class Telemetry
{
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return services;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(WorkerSource).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(EngineMetrics.Name).AddOtlpExporter());
        return services;
    }
}
