using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Administration.Vocabulary;

/// <summary>Gathers which attributes people have, of which kind, and which values are frequent.</summary>
internal sealed class SeenAttributes
{
    private const int MostPaths = 200, MostCounted = 500, MostShown = 15, LongestShown = 60, Deepest = 3;

    /// <summary>Would point at somebody, or change with every look.</summary>
    private static readonly string[] NotShown = ["id", "email", "phone", "name"], NotAsked = ["acts", "time", "context"];

    private readonly SortedDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    public void Take(AttributeMap person) => Take("", person, 1);

    public IEnumerable<KnownField> Known => _seen.Select(seen => new KnownField(
        seen.Key,
        seen.Value.Kinds.MaxBy(kind => kind.Value).Key,
        [.. seen.Value.Values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(MostShown).Select(value => value.Key)]));

    private void Take(string prefix, AttributeMap map, int depth)
    {
        foreach (var name in map.Names)
        {
            if (depth == 1 && NotAsked.Contains(name)) continue;
            var (path, value) = (prefix + name, map[name]);
            if (value.Kind == AttributeKind.Map && depth < Deepest) Take($"{path}.", value.Map, depth + 1);
            else if (KindOf(value) is { } kind) Take(path, kind, value);
        }
    }

    private void Take(string path, string kind, in AttributeValue value)
    {
        if (!_seen.TryGetValue(path, out var seen))
        {
            if (_seen.Count == MostPaths) return;
            _seen[path] = seen = new Seen();
        }

        seen.Kinds[kind] = seen.Kinds.GetValueOrDefault(kind) + 1;
        if (NotShown.Contains(path)) return;
        if (value.Kind == AttributeKind.List)
            foreach (var item in value.Items) seen.Count(item);
        else seen.Count(value);
    }

    private static string? KindOf(in AttributeValue value) => value.Kind switch
    {
        AttributeKind.Text => "text",
        AttributeKind.Number => "number",
        AttributeKind.Boolean => "boolean",
        AttributeKind.List => "list",
        _ => null,
    };

    private sealed class Seen
    {
        public Dictionary<string, int> Kinds { get; } = [];

        public Dictionary<string, int> Values { get; } = new(StringComparer.Ordinal);

        public void Count(in AttributeValue value)
        {
            var text = value.Kind switch
            {
                AttributeKind.Text => value.Text,
                AttributeKind.Boolean => value.Boolean ? "true" : "false",
                _ => "",
            };
            if (text.Length is 0 or > LongestShown || text.Contains('@', StringComparison.Ordinal)) return;
            if (Values.Count < MostCounted || Values.ContainsKey(text)) Values[text] = Values.GetValueOrDefault(text) + 1;
        }
    }
}
