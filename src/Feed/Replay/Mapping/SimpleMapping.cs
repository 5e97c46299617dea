using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>
/// A mapping from the command line, one event for each row: <c>--map field[:kind]=column</c> (or a text with
/// <c>{column}</c> in it) and <c>--set field=text</c>. Fields of customer facts may leave out <c>data.</c>.
/// </summary>
internal static class SimpleMapping
{
    private static readonly string[] Outer = ["type", "event_id", "id", "timestamp"];

    public static Outcome<TemplateMapping> Read(IReadOnlyList<string> maps, IReadOnlyList<string> sets, Endpoint to)
    {
        var fields = new Dictionary<string, FieldTemplate>(StringComparer.Ordinal);
        foreach (var (field, text) in Usual(to)) fields[field] = new FieldTemplate.Constant(field, text);
        foreach (var map in maps)
        {
            if (!ReadMap(map, to).TryGet(out var field, out var failure)) return new Failure(failure);
            fields[field.Target] = field;
        }

        foreach (var set in sets)
        {
            if (Halves(set) is not var (name, text)) return new Failure($"--set {set}: write field=text.");
            fields[Place(name, to)] = new FieldTemplate.Constant(Place(name, to), text);
        }

        var identity = string.Join('\n', [to.Name, .. maps, "", .. sets]);
        return new TemplateMapping(identity, [new EventTemplate(to, Each.Row, [], [.. fields.Values])], null);
    }

    private static Outcome<FieldTemplate> ReadMap(string map, Endpoint to)
    {
        if (Halves(map) is not var (name, source)) return new Failure($"--map {map}: write field=column.");
        var (field, kind) = name.Split(':') is [var plain, var suffix] ? (plain, suffix) : (name, null);
        var target = Place(field, to);
        var usual = target == "timestamp" ? ValueKind.Timestamp : ValueKind.Text;
        if (kind is not null && !Enum.TryParse(kind, ignoreCase: true, out usual))
            return new Failure($"--map {map}: '{kind}' is none of text, number, bool, timestamp, json.");
        var hasBraces = source.Contains('{', StringComparison.Ordinal);
        var template = hasBraces ? TextTemplate.Parse(source) : TextTemplate.OfColumn(source);
        return template is null
            ? new Failure($"--map {map}: the braces do not match.")
            : new FieldTemplate.FromColumns(target, new ValueTemplate(template) { As = usual });
    }

    private static (string Name, string Text)? Halves(string option)
    {
        var at = option.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < option.Length - 1 ? (option[..at], option[(at + 1)..]) : null;
    }

    private static string Place(string field, Endpoint to)
    {
        var isInner = to == Endpoint.Cdp && !Outer.Contains(field) && !field.StartsWith("data.", StringComparison.Ordinal);
        return isInner ? $"data.{field}" : field;
    }

    private static IEnumerable<(string Field, JsonNode Text)> Usual(Endpoint to)
    {
        if (to == Endpoint.Rybbit) return [("type", "pageview"), ("site_id", "1")];
        return to == Endpoint.Cdp ? [("type", "customer.upserted")] : [("type", "impression")];
    }
}
