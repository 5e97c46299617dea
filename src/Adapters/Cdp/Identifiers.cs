namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Names of tables and columns, written so that nothing in them can be taken for SQL.</summary>
internal static class Identifiers
{
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>Table, or database and table.</summary>
    public static string QuoteTable(string table)
    {
        var (database, name) = Split(table);
        return database is null ? Quote(name) : $"{Quote(database)}.{Quote(name)}";
    }

    /// <returns>The database is null when the name has no dot: then it is the connection's.</returns>
    public static (string? Database, string Table) Split(string table)
    {
        var dot = table.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (null, table) : (table[..dot], table[(dot + 1)..]);
    }
}
