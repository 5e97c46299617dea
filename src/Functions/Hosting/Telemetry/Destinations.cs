using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Where telemetry goes.</summary>
/// <param name="Otlp">An OTLP receiver, of which the SDK reads all else from the environment.</param>
/// <param name="AzureMonitor">Connection string of Application Insights; null without.</param>
/// <param name="Entra">What proves to Application Insights who we are; null where the connection string is enough.</param>
internal sealed record Destinations(bool Otlp, string? AzureMonitor, TokenCredential? Entra)
{
    public bool Any => Otlp || AzureMonitor is not null;

    public static Destinations Read(IConfiguration configuration) => new(
        Given(configuration, "OTEL_EXPORTER_OTLP_ENDPOINT") is not null,
        Given(configuration, "APPLICATIONINSIGHTS_CONNECTION_STRING"),
        EntraAuthentication.Parse(Given(configuration, "APPLICATIONINSIGHTS_AUTHENTICATION_STRING")) is { } entra
            ? new ManagedIdentityCredential(entra.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)
            : null);

    public void Configure(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = AzureMonitor;
        options.Credential = Entra;
    }

    private static string? Given(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 } text ? text : null;
}
