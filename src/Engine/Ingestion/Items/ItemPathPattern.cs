using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Items;

/// <summary>A path with one segment that is the item: <c>/blog/{item_id}</c>; <c>*</c> stands for any one segment.</summary>
public sealed class ItemPathPattern
{
    public const string Accepted = "must start with / and have exactly one segment {item_id}, as in /blog/{item_id}";

    private const string Item = "{item_id}", Any = "*";

    private readonly string[] _segments;

    private ItemPathPattern(string[] segments) => _segments = segments;

    public static ItemPathPattern? Parse(string pattern)
    {
        var segments = pattern.Split('/');
        var isPath = segments.Length > 1 && segments[0].Length == 0;
        return isPath && segments.Count(segment => segment == Item) == 1 ? new ItemPathPattern(segments) : null;
    }

    /// <summary>The item's id, percent-decoded, or null when the path is another. A trailing slash does not count.</summary>
    public string? Match(string path)
    {
        var segments = path.TrimEnd('/').Split('/');
        if (segments.Length != _segments.Length) return null;

        string? item = null;
        for (var i = 0; i < segments.Length; i++)
        {
            if (_segments[i] == Item) item = Uri.UnescapeDataString(segments[i]);
            else if (_segments[i] != Any && !string.Equals(segments[i], _segments[i], StringComparison.OrdinalIgnoreCase)) return null;
        }

        return PersonId.IsValid(item) ? item : null;
    }

    public override string ToString() => string.Join('/', _segments);
}
