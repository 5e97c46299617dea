using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>One table and what its columns mean.</summary>
public sealed class TableMapping
{
    private readonly Lazy<IReadOnlyList<string>> _columns;
    private readonly Lazy<string> _shape;

    public TableMapping() => (_columns, _shape) = (new(FindColumns), new(ShapeOf));

    public required RecordKind Kind { get; init; }

    /// <summary>Its name, with its database before a dot when it is not the connection's.</summary>
    public required string Table { get; init; }

    /// <summary>Column of each mapped field, by the field's name.</summary>
    public required IReadOnlyDictionary<string, ColumnMapping> Fields { get; init; }

    /// <summary>Columns beyond the fields: traits, attributes, purposes or aliases by name.</summary>
    public IReadOnlyDictionary<string, ColumnMapping> Extras { get; init; } = new Dictionary<string, ColumnMapping>();

    /// <summary>Columns that together are different in every row; rows are read in their order.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    public ReadingWay Way { get; init; }

    /// <summary>The column of time or number by which changes are found; null when the table is read whole.</summary>
    public ColumnMapping? Order { get; init; }

    /// <summary>Null when records never go.</summary>
    public DeletionMapping? Deletion { get; init; }

    /// <summary>In which DATETIME columns are written.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Every column that is read, once; a row has its values in this order.</summary>
    public IReadOnlyList<string> Columns => _columns.Value;

    /// <summary>Changes when anything of the mapping does: what was read by another one has to be read again.</summary>
    internal string Shape => _shape.Value;

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i], column, StringComparison.OrdinalIgnoreCase)) return i;
        throw new ArgumentOutOfRangeException(nameof(column), column, "Is not read.");
    }

    /// <summary>Each mapped column under the setting that names it.</summary>
    public IEnumerable<(string Setting, ColumnMapping Column)> Uses()
    {
        foreach (var (name, column) in Fields) yield return ($"columns.{name}", column);
        foreach (var (name, column) in Extras) yield return ($"{RecordFields.ExtrasOf(Kind)}.{name}", column);
        if (Order is { } order) yield return (Way == ReadingWay.ById ? "id" : "updated_at", order);
        if (Deletion?.Column is { } flag) yield return ("deleted.column", flag);
        foreach (var key in Key) yield return ("key", new ColumnMapping(key));
    }

    private IReadOnlyList<string> FindColumns() =>
        [.. Uses().Select(use => use.Column.Column).Distinct(StringComparer.OrdinalIgnoreCase)];

    private string ShapeOf()
    {
        var uses = Uses().Select(use => $"{use.Setting}\u001e{use.Column.Shape}").Order(StringComparer.Ordinal);
        var text = string.Join('\u001d', [Table, Way.ToString(), Zone.Id, .. Deletion?.Values ?? [], .. uses]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
