using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>
/// Ids in positions of synchronisations: behind the first space of a plain one, and in the cursor of one that is JSON, where a
/// letter and a colon say what a value is. Without the id, reading goes on a little earlier, which changes nothing.
/// </summary>
internal static class PositionNames
{
    private const string Key = "key", Order = "order", Start = "start";
    private const int Sign = 2;

    public static IEnumerable<string> In(string position)
    {
        if (Cursor(position) is { } cursor) return Values(cursor).Where(value => value.Length > Sign).Select(value => value[Sign..]);
        var space = position.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? [] : [position[(space + 1)..]];
    }

    public static string Without(string position, IReadOnlySet<string> erased)
    {
        if (Cursor(position) is not { } cursor) return position[..(position.IndexOf(' ', StringComparison.Ordinal) + 1)];
        cursor[Key] = null;
        if ((string?)cursor[Order] is { Length: > Sign } order && erased.Contains(order[Sign..])) cursor[Order] = null;
        // Neither an order nor a key is the beginning of the table.
        if (cursor[Order] is null) cursor[Start] = true;
        return cursor.ToJsonString();
    }

    private static IEnumerable<string> Values(JsonObject cursor)
    {
        if ((string?)cursor[Order] is { } order) yield return order;
        foreach (var value in cursor[Key]?.AsArray() ?? [])
            if ((string?)value is { } text) yield return text;
    }

    private static JsonObject? Cursor(string position)
    {
        if (!position.StartsWith('{')) return null;
        try
        {
            return JsonNode.Parse(position) is JsonObject cursor && cursor.ContainsKey(Key) ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
