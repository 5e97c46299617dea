namespace PersonalizationEngine.Adapters.Cdp;

/// <param name="Name">As in <c>tinyint</c>.</param>
/// <param name="Full">As in <c>tinyint(1) unsigned</c>.</param>
internal sealed record ColumnType(string Name, string Full)
{
    public bool IsWholeNumber => Name is "tinyint" or "smallint" or "mediumint" or "int" or "bigint" or "year";

    public bool IsNumber => IsWholeNumber || Name is "decimal" or "float" or "double" or "bit";

    /// <summary>A number that compares as it is written.</summary>
    public bool IsExactNumber => IsWholeNumber || Name == "decimal";

    public bool IsTime => Name is "date" or "datetime" or "timestamp";

    public bool IsTimestamp => Name == "timestamp";

    public bool IsBinary => Name is "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob";

    /// <summary>The two ways to declare a column that holds true or false.</summary>
    public bool IsFlag => Full.StartsWith("tinyint(1)", StringComparison.Ordinal) || Full.StartsWith("bit(1)", StringComparison.Ordinal);
}
