using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <summary>What the audit keeps of changes of endpoints; a secret is never among it.</summary>
internal static class EndpointAudit
{
    public static AuditEntry Entry(string by, long id, string action, CustomerEndpoint? before) =>
        new(default, by, AuditedKinds.WebhookEndpoint, id.ToString(CultureInfo.InvariantCulture), action) { Before = Text(before) };

    public static string? Text(CustomerEndpoint? endpoint) =>
        endpoint is null ? null : JsonSerializer.Serialize(EndpointAnswer.Of(endpoint), ApiJson.Default.EndpointAnswer);

    public static string Replayed(int count) => string.Create(CultureInfo.InvariantCulture, $"{{\"replayed\":{count}}}");
}
