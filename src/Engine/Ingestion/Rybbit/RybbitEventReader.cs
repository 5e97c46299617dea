using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ingestion.Rybbit;

/// <summary>Reads Rybbit's tracking payload; docs/events.md is the contract. Unknown fields are ignored.</summary>
public sealed class RybbitEventReader(ItemPatterns items)
{
    private const int MaxPropertyBytes = 2048;

    private static readonly string[] Types =
    [
        ActivityTypes.PageView, ActivityTypes.CustomEvent, "performance", "outbound", "error", "button_click", "copy",
        ActivityTypes.FormSubmit, "input_change", "ad_click", ActivityTypes.Identify,
    ];

    public Parsed<IncomingEvent> Read(JsonElement json, Receipt receipt)
    {
        var reader = new DocumentReader(json);
        var type = reader.OneOf("type", Types, required: true);
        var at = EventEnvelope.At(reader, receipt);
        var eventId = EventEnvelope.EventId(reader, receipt);
        var identity = RybbitIdentity.Read(reader);
        var site = Site(reader);
        var name = reader.Text("event_name", 256, required: type is ActivityTypes.CustomEvent or "error", allowEmpty: true);
        reader.Text("hostname", 253, allowEmpty: true);
        var path = reader.Text("pathname", 2048, allowEmpty: true);
        var session = reader.Text("session_id", 64, allowEmpty: true);
        var properties = RybbitProperties.Read(reader, MaxPropertyBytes);
        var traits = type == ActivityTypes.Identify ? reader.Map("traits", MaxPropertyBytes) : null;
        var campaign = RybbitVisit.Campaign(reader);
        var device = RybbitVisit.Device(reader);

        return Parsed.From<IncomingEvent>(reader, () => new BehaviourEvent(
            eventId, at, identity.KnownId, identity.DeviceId,
            new Activity(at, ActivityOrigin.Rybbit, type!, name, path, RybbitProperties.Form(properties), site, session),
            items.ItemOf(path, properties), properties is null ? null : AttributeJson.ToJson(properties), traits, campaign, device));
    }

    private static string? Site(DocumentReader reader)
    {
        if (reader.Raw("site_id") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var id)) return id.ToString(null, null);
        return reader.Text("site_id", 64, required: true);
    }
}
