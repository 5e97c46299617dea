using System.Text.Json;

namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>The properties of one JSON object; <c>a.b</c> reads inside <c>a</c>, unless a property is named so.</summary>
/// <param name="Text">The line as it stands in the file.</param>
internal sealed record JsonColumns(JsonElement Json, string Text) : IColumns
{
    public string? this[string name] => Find(Json, name) is { } value ? TextOf(value) : null;

    private static JsonElement? Find(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        if (json.TryGetProperty(name, out var value)) return value;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && json.TryGetProperty(name[..dot], out var inner) ? Find(inner, name[(dot + 1)..]) : null;
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
