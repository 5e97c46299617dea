namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>Which column a field is read from, and how.</summary>
/// <param name="Column">1 to 64 characters, of any case.</param>
public sealed record ColumnMapping(string Column)
{
    public const int MaxName = 64;

    /// <summary>Their value to ours; one that is not listed stays as it is. Compared without regard to case.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Needed where an instant is a number.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>Stands between the texts of a list that is no JSON array.</summary>
    public string Separator { get; init; } = ",";

    public CellType Type { get; init; }

    /// <summary>All that decides what is read, in one text.</summary>
    internal string Shape => string.Join('\u001f',
        [Column, Unit?.ToString() ?? "", Separator, Type.ToString(), .. (Values ?? Nothing).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}")]);

    private static readonly Dictionary<string, string> Nothing = [];
}
