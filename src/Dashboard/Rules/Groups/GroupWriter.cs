using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Core.Segments;

namespace PersonalizationEngine.Dashboard.Rules.Groups;

/// <summary>The form of a saved group as the document that the API would take.</summary>
internal static class GroupWriter
{
    /// <param name="live">Null for a new one.</param>
    public static JsonElement Write(GroupForm form, SavedGroup? live)
    {
        var removed = Lines(form.Removed).ToHashSet(StringComparer.Ordinal);
        var kept = live is null ? [] : live.ValuesJson.EnumerateArray().Where(value => !removed.Contains(Shown(value))).Select(Canonical);
        var values = kept.Concat(Lines(form.Added).Select(line => OutlineValue.ToJson(line, form.AsText))).Distinct(StringComparer.Ordinal);
        string?[] fields = [Text("key", form.Key), Text("name", form.Name), Text("description", form.Description), $"\"values\":[{string.Join(',', values)}]"];
        return JsonElement.Parse($"{{{string.Join(',', fields.OfType<string>())}}}");
    }

    /// <summary>A value as it would be typed.</summary>
    public static string Shown(JsonElement value) => OutlineValue.Line(value) ?? value.GetRawText();

    private static string Canonical(JsonElement value) => value.ValueKind == JsonValueKind.String ? OutlineValue.Quote(value.GetString()!) : value.GetRawText();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Text(string field, string text) => text.Length > 0 ? $"\"{field}\":{OutlineValue.Quote(text)}" : null;
}
