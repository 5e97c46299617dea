using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Reads an endpoint from what was sent.</summary>
public static class EndpointDocument
{
    public const int LongestUrl = 1000, LongestDescription = 500;

    /// <param name="allowsPlain">Whether it may be without TLS.</param>
    public static Parsed<EndpointDefinition> Read(JsonElement document, bool allowsPlain)
    {
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("url", "event_types", "description", "enabled");
        var url = reader.Text("url", LongestUrl, required: true) is { } text ? Url(reader, text, allowsPlain) : null;
        var types = reader.Texts("event_types", OutboundEventTypes.All.Count, 40) ?? [];
        if (types.Any(type => !OutboundEventTypes.All.Contains(type, StringComparer.Ordinal)))
            reader.Fault("event_types", $"must be of {string.Join(", ", OutboundEventTypes.All)}; none means all");
        var description = reader.Text("description", LongestDescription);
        var isEnabled = reader.Flag("enabled") ?? true;
        return Parsed.From(reader, () => new EndpointDefinition(url!, types, description, isEnabled));
    }

    private static Uri? Url(DocumentReader reader, string text, bool allowsPlain)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (allowsPlain && url.Scheme == "http"))
            && url.Host.Length > 0 && url.UserInfo.Length == 0 && url.Fragment.Length == 0) return url;
        reader.Fault("url", $"must be an address that starts with {(allowsPlain ? "http:// or " : "")}https://, without a user and without #");
        return null;
    }
}
