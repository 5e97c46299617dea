using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>The exporters of each signal, and who is said to have sent it.</summary>
internal static class Exporters
{
    private const string ServiceName = "personalization-engine";

    public static TracerProviderBuilder AddDestinations(this TracerProviderBuilder tracing, Destinations to)
    {
        if (to.Otlp) tracing.AddOtlpExporter();
        if (to.AzureMonitor is not null) tracing.AddAzureMonitorTraceExporter(to.Configure);
        return tracing;
    }

    public static MeterProviderBuilder AddDestinations(this MeterProviderBuilder metrics, Destinations to)
    {
        if (to.Otlp) metrics.AddOtlpExporter();
        if (to.AzureMonitor is not null) metrics.AddAzureMonitorMetricExporter(to.Configure);
        return metrics;
    }

    public static LoggerProviderBuilder AddDestinations(this LoggerProviderBuilder logging, Destinations to)
    {
        if (to.Otlp) logging.AddOtlpExporter();
        if (to.AzureMonitor is not null) logging.AddAzureMonitorLogExporter(to.Configure);
        return logging;
    }

    /// <summary>On Azure the site and its instance; <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> stand above it.</summary>
    public static ResourceBuilder AddEngine(this ResourceBuilder resource, IConfiguration configuration) => resource
        .AddService(
            configuration["WEBSITE_SITE_NAME"] is { Length: > 0 } site ? site : ServiceName,
            serviceInstanceId: configuration["WEBSITE_INSTANCE_ID"] is { Length: > 0 } instance ? instance : Environment.MachineName,
            autoGenerateServiceInstanceId: false)
        .AddEnvironmentVariableDetector();
}
