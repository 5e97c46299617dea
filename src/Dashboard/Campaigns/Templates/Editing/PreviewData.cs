using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>What a campaign adds, as it is typed: <c>order.total = 12</c>, one a line; a dot leads into a field.</summary>
public static class PreviewData
{
    /// <param name="fault">Which line cannot be read.</param>
    public static JsonObject Read(string text, out string? fault)
    {
        fault = null;
        var data = new JsonObject();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = line.Split('=', 2, StringSplitOptions.TrimEntries) is [var before, var after] ? (before, after) : ("", "");
            if (name.StartsWith("data.", StringComparison.Ordinal)) name = name["data.".Length..];
            if (name.Length == 0 || name.Split('.').Any(step => step.Length == 0) || !Put(data, name.Split('.'), value))
                fault ??= $"must be a name, = and a value in each line, as in code = 7311: look at “{line}”";
        }

        return data;
    }

    private static bool Put(JsonObject into, ReadOnlySpan<string> path, string value)
    {
        const int Deepest = 10;
        if (path.Length > Deepest) return false;
        if (path.Length == 1)
        {
            into[path[0]] = JsonNode.Parse(OutlineValue.ToJson(value, asText: false));
            return true;
        }

        if (into[path[0]] is null) into[path[0]] = new JsonObject();
        return into[path[0]] is JsonObject inner && Put(inner, path[1..], value);
    }
}
