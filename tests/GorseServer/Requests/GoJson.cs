using System.Text.Json;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>
/// Reads JSON as Go does: names without regard to case, unknown ones ignored, null as not given, and of a name given twice the
/// last one counts. Another kind of value than the field's is a bad request.
/// </summary>
public readonly struct GoJson(JsonElement element)
{
    public static async Task<GoJson> ReadAsync(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return new GoJson(document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            throw RefusedRequestException.BadRequest(exception.Message);
        }
    }

    public static async Task<IReadOnlyList<GoJson>> ReadListAsync(HttpRequest request) => (await ReadAsync(request)).List();

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name) => Find(name) is not { } value ? "" : Of(value, JsonValueKind.String).GetString()!;

    public double Number(string name) => Find(name) is not { } value ? 0 : Of(value, JsonValueKind.Number).GetDouble();

    public bool Boolean(string name) =>
        Find(name) is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(value));

    public IReadOnlyList<string>? Texts(string name) =>
        Find(name) is not { } value ? null : [.. Of(value, JsonValueKind.Array).EnumerateArray().Select(text => Of(text, JsonValueKind.String).GetString()!)];

    public DateTimeOffset Instant(string name) => Timestamps.Read(Text(name));

    /// <summary>Labels that obey the rules.</summary>
    public JsonElement? Labels()
    {
        if (Find("Labels") is not { } labels) return null;
        LabelRules.Check(labels);
        return labels;
    }

    private IReadOnlyList<GoJson> List() => element.ValueKind == JsonValueKind.Null
        ? []
        : [.. Of(element, JsonValueKind.Array).EnumerateArray().Select(entry => new GoJson(entry))];

    private JsonElement? Find(string name)
    {
        JsonElement? found = null;
        foreach (var property in Of(element, JsonValueKind.Object).EnumerateObject())
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) found = property.Value;
        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }

    private static JsonElement Of(JsonElement value, JsonValueKind kind) => value.ValueKind == kind ? value : throw Wrong(value);

    private static RefusedRequestException Wrong(JsonElement value) =>
        RefusedRequestException.BadRequest($"json: cannot unmarshal {value.ValueKind.ToString().ToLowerInvariant()} into Go value");
}
