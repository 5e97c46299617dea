using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Conditions.Named;

/// <summary>Which segment uses which: finds circles, and how large a condition becomes with all it names written out.</summary>
public sealed class SegmentGraph(IReadOnlyDictionary<string, Condition> segments)
{
    /// <summary>Segments inside one another, the outermost being the first.</summary>
    public const int MaxDepth = 10;

    /// <summary>Nodes of a condition in which every segment is replaced by what it says.</summary>
    public const int MaxExpandedNodes = 10_000;

    /// <summary>Where a search is given up: far beyond what is accepted, and far from the end of the stack.</summary>
    private const int MaxSearch = 64;

    private static readonly string TooDeep = $"segments stand inside one another at most {MaxDepth} deep";
    private static readonly string TooLarge = $"with its segments written out a condition has at most {MaxExpandedNodes} nodes";

    private readonly Dictionary<string, Extent> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Why a condition cannot be used: words that name the circle (<c>a -> b -> a</c>) or the limit; null when it can. What it
    /// names and is not there does not count.
    /// </summary>
    /// <param name="key">Of the segment the condition belongs to, if it belongs to one.</param>
    public string? WhyNot(Condition condition, string? key = null)
    {
        List<string> path = key is null ? [] : [key];
        var levels = path.Count;
        if (!TryMeasure(condition, path, out var extent, out var fault)) return fault;
        if (extent.Depth + levels > MaxDepth) return TooDeep;
        return extent.Nodes > MaxExpandedNodes ? TooLarge : null;
    }

    private bool TryMeasure(Condition condition, List<string> path, out Extent extent, out string? fault)
    {
        (extent, fault) = (new Extent(1, 0), null);
        if (condition is SegmentMembership { Key: var key })
        {
            if (!TryMeasure(key, path, out var inside, out fault)) return false;
            extent = extent.With(inside.Nodes, inside.Depth + 1);
        }

        foreach (var part in condition.Inside)
        {
            if (!TryMeasure(part, path, out var inside, out fault)) return false;
            extent = extent.With(inside.Nodes, inside.Depth);
        }

        return true;
    }

    private bool TryMeasure(string key, List<string> path, out Extent extent, out string? fault)
    {
        (extent, fault) = (default, null);
        var start = path.IndexOf(key);
        if (start >= 0) fault = $"segments name one another in a circle: {string.Join(" -> ", path.Skip(start).Append(key))}";
        else if (path.Count >= MaxSearch) fault = TooDeep;
        if (fault is not null) return false;
        if (_known.TryGetValue(key, out extent) || !segments.TryGetValue(key, out var named)) return true;

        path.Add(key);
        if (!TryMeasure(named, path, out extent, out fault)) return false;
        path.RemoveAt(path.Count - 1);
        _known[key] = extent;
        return true;
    }

    private readonly record struct Extent(int Nodes, int Depth)
    {
        public Extent With(int nodes, int depth) => new((int)Math.Min((long)Nodes + nodes, int.MaxValue), Math.Max(Depth, depth));
    }
}
