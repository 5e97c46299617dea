using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>A definition as somebody sent it, and what they say of the change.</summary>
/// <param name="Definition">Without what is only about the change.</param>
/// <param name="Reason">Null where they say nothing.</param>
public sealed record SentDocument(JsonElement Definition, string? Reason, IReadOnlyList<DocumentFault> Faults)
{
    public const string ReasonField = "comment";

    public const int LongestReason = 1000;

    /// <summary>Given back as they were read, and not part of the definition.</summary>
    private static readonly string[] Kept = ["id", "version", "created_at", "updated_at"];

    public static SentDocument Read(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty(ReasonField, out _)) return new SentDocument(sent, null, []);
        var reader = new DocumentReader(sent);
        var reason = reader.Text(ReasonField, LongestReason, allowEmpty: true);
        return new SentDocument(Without(sent, [ReasonField]), reason, reader.Faults);
    }

    /// <summary>
    /// As it is kept: what was read of it in one form whoever sends it, and besides that what was sent and is not read here.
    /// </summary>
    /// <param name="read">The definition written anew; null when it is kept as it was sent.</param>
    public string ToText(string? read)
    {
        var kept = read is null ? [] : JsonNode.Parse(read)!.AsObject();
        foreach (var field in Definition.EnumerateObject())
        {
            if (kept.ContainsKey(field.Name) || Kept.Contains(field.Name) || field.Value.ValueKind == JsonValueKind.Null) continue;
            kept[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        }

        return kept.ToJsonString();
    }

    /// <summary>A definition with what is to be said of the change.</summary>
    public static JsonElement With(JsonElement definition, string reason)
    {
        var sent = JsonObject.Create(definition)!;
        sent[ReasonField] = reason;
        return JsonElement.Parse(sent.ToJsonString());
    }

    private static JsonElement Without(JsonElement document, IReadOnlyCollection<string> names)
    {
        var fields = document.EnumerateObject().Where(field => !names.Contains(field.Name));
        return JsonElement.Parse($"{{{string.Join(',', fields.Select(field => $"\"{JsonEncodedText.Encode(field.Name)}\":{field.Value.GetRawText()}"))}}}");
    }
}
