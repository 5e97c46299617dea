using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Dashboard.Operations.Endpoints;

/// <summary>An endpoint as somebody types it.</summary>
/// <param name="EventTypes">None for all of them.</param>
public sealed record EndpointForm(string Url, string Description, IReadOnlyList<string> EventTypes, bool IsEnabled)
{
    public static EndpointForm New { get; } = new("", "", [], true);

    public static string FieldOf(string eventType) => $"event.{eventType}";

    public static EndpointForm Of(EndpointDefinition definition) =>
        new(definition.Url.OriginalString, definition.Description ?? "", definition.EventTypes, definition.IsEnabled);

    public static EndpointForm Read(PostedForm form) => new(
        form["url"] ?? "", form["description"] ?? "", [.. OutboundEventTypes.All.Where(type => form.Has(FieldOf(type)))], form.Has("enabled"));

    /// <summary>As the API would take it.</summary>
    public JsonElement Write()
    {
        var document = new JsonObject { ["event_types"] = new JsonArray([.. EventTypes.Select(type => (JsonNode)type)]), ["enabled"] = IsEnabled };
        if (Url.Length > 0) document["url"] = Url;
        if (Description.Length > 0) document["description"] = Description;
        return JsonElement.Parse(document.ToJsonString());
    }
}
