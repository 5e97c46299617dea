using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>Reads the events of the customer data platform; docs/events.md is the contract.</summary>
public static class CdpEventReader
{
    private static readonly string[] DetailFields = ["form", "campaign_id", "message_id", "url"];

    private static readonly string[] Types =
    [
        "customer.upserted", "customer.deleted", "identity.linked", ActivityTypes.LeadSubmitted, "lead.converted",
        ActivityTypes.EmailOpened, ActivityTypes.EmailClicked, "consent.updated", "item.upserted", "item.deleted",
    ];

    public static Parsed<IncomingEvent> Read(JsonElement json, Receipt receipt)
    {
        var reader = new DocumentReader(json);
        var type = reader.OneOf("type", Types, required: true);
        var envelope = new Envelope(EventEnvelope.EventId(reader, receipt), EventEnvelope.At(reader, receipt));
        var data = reader.Child("data", required: true);
        var build = type is null || data is null ? null : ReadData(type, data, envelope);
        return Parsed.From(reader, () => build!());
    }

    private static Func<IncomingEvent> ReadData(string type, DocumentReader data, Envelope envelope) => type switch
    {
        "item.upserted" => ItemFields.Read(data, envelope),
        "item.deleted" => ItemFields.ReadDeleted(data, envelope),
        _ => ReadOfPerson(type, data, data.Id("user_id", required: true)!, envelope),
    };

    private static Func<IncomingEvent> ReadOfPerson(string type, DocumentReader data, string user, Envelope envelope)
    {
        var (id, at) = envelope;
        switch (type)
        {
            case "customer.upserted":
                var fields = CustomerFields.Read(data);
                var traits = CustomerFields.ReadTraits(data);
                return () => new CustomerUpserted(id, at, user, fields, traits);
            case "customer.deleted":
                return () => new CustomerDeleted(id, at, user);
            case "identity.linked":
                var aliases = Aliases(data);
                return () => new IdentityLinked(id, at, user, aliases);
            case "consent.updated":
                var grants = ConsentFields.Read(data);
                return () => new ConsentUpdated(id, at, user, grants);
            case "lead.converted":
                var goal = GoalFields.Name(data) ?? GoalFields.DefaultName;
                var value = GoalFields.Value(data);
                var currency = CustomerFields.Currency(data);
                return () => new LeadConverted(id, at, user, goal, value, currency);
            default:
                return ReadActivity(type, data, user, envelope);
        }
    }

    private static Func<IncomingEvent> ReadActivity(string type, DocumentReader data, string user, Envelope envelope)
    {
        var form = data.Text("form", 256)?.ReplaceLineEndings(" ");
        var email = CustomerFields.Email(data);
        var traits = CustomerFields.ReadTraits(data);
        var details = new AttributeMap(DetailFields
            .Select(name => KeyValuePair.Create(name, (AttributeValue)data.Text(name, 2048)))
            .Where(detail => detail.Value.IsPresent));
        var activity = new Activity(envelope.At, ActivityOrigin.Cdp, type, Form: form);
        return () => new CustomerActivity(
            envelope.EventId, envelope.At, user, activity, details.Count == 0 ? null : AttributeJson.ToJson(details), email, traits);
    }

    private static List<string> Aliases(DocumentReader data)
    {
        var aliases = data.Texts("aliases", 100, PersonId.MaxLength)?.ToList() ?? [];
        if (data.Id("alias") is { } alias) aliases.Add(alias);
        if (aliases.Count == 0) data.Fault("alias", "is required, or aliases: another id of the same person");
        if (!aliases.TrueForAll(PersonId.IsValid)) data.Fault("aliases", PersonId.Accepted);
        return aliases;
    }
}
