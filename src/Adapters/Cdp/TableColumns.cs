using MySqlConnector;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>The columns a table really has, as far as our user may see them; none when there is no such table.</summary>
internal sealed class TableColumns(Dictionary<string, ColumnType> types)
{
    private const string Question =
        "select column_name, data_type, column_type from information_schema.columns "
        + "where table_schema = coalesce(@database, database()) and table_name = @table";

    public bool IsThere => types.Count > 0;

    public ColumnType? Find(string column) => types.GetValueOrDefault(column);

    public static async Task<TableColumns> ReadAsync(MySqlConnection connection, TableMapping table, CancellationToken cancellationToken)
    {
        var (database, name) = Identifiers.Split(table.Table);
        var types = new Dictionary<string, ColumnType>(StringComparer.OrdinalIgnoreCase);
        await using var command = new MySqlCommand(Question, connection);
        command.Parameters.AddWithValue("@database", database);
        command.Parameters.AddWithValue("@table", name);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            types[reader.GetString(0)] = new ColumnType(Lower(reader, 1), Lower(reader, 2));
        return new TableColumns(types);
    }

    private static string Lower(MySqlDataReader reader, int ordinal) => reader.GetString(ordinal).ToLowerInvariant();
}
