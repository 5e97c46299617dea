using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>What a campaign's template can call <c>data</c>, as lines; what does not fit a line is not shown, and stays.</summary>
internal static class DataLines
{
    public static string Write(JsonElement campaign) => string.Join('\n', Of(campaign).Select(field => (field.Name, Line: Line(field.Value)))
        .Where(field => field.Line is not null).Select(field => $"{field.Name} = {field.Line}"));

    /// <param name="live">The campaign the edit was begun from; null for a new one.</param>
    public static JsonObject Read(string lines, JsonElement? live, Action<string> fault)
    {
        var data = new JsonObject();
        if (live is { } campaign)
            foreach (var field in Of(campaign).Where(field => Line(field.Value) is null)) data[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sign = line.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0) fault($"“{line}” has no equals sign: write name = value");
            else data[line[..sign].Trim()] = JsonNode.Parse(OutlineValue.ToJson(line[(sign + 1)..].Trim(), asText: false));
        }

        return data;
    }

    private static JsonElement.ObjectEnumerator Of(JsonElement campaign) =>
        campaign.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data.EnumerateObject() : default;

    /// <returns>Null for what would be read back as something else.</returns>
    private static string? Line(JsonElement value)
    {
        var line = value.ValueKind == JsonValueKind.String ? OutlineValue.Line(value) : value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : null;
        return line is not null && JsonElement.DeepEquals(JsonElement.Parse(OutlineValue.ToJson(line, asText: false)), value) ? line : null;
    }
}
