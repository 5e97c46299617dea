using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace EmbeddedHost.Http;

internal static class MetricsServices
{
    /// <summary>Lets figures be gathered for <see cref="MetricsPage"/>.</summary>
    public static IServiceCollection AddMetricsPage(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddPrometheusExporter());
        return services;
    }
}
