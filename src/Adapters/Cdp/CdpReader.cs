using System.Collections.Concurrent;
using MySqlConnector;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Sync.Customers.Positions;
using PersonalizationEngine.Engine.Sync.Customers.Rows;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Reads the mapped tables page by page; no more than a page is ever held.</summary>
internal sealed class CdpReader(CdpOptions options, CdpDatabase database) : ICustomerPlatform
{
    private readonly ConcurrentDictionary<RecordKind, TableColumns> _columns = new();

    public CdpMapping Mapping => options.Mapping;

    public async Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellationToken)
    {
        var columns = await database.ReadAsync(ReadColumnsAsync, cancellationToken);
        foreach (var (kind, found) in columns) _columns[kind] = found;
        return [.. Mapping.Tables.SelectMany(table => CdpSchemaCheck.FaultsOf(table, columns[table.Kind]))];
    }

    public async Task<IReadOnlyList<SourceRow>> ReadAsync(
        TableMapping table, ReadingCursor? after, int limit, CancellationToken cancellationToken)
    {
        var types = TypesOf(table);
        return await database.ReadAsync(
            async (connection, token) =>
            {
                await using var command = PageQuery.Of(table, after, limit);
                command.Connection = connection;
                return await RowsAsync(command, types, token);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<object?>> FindAsync(
        TableMapping table, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var column = table.Fields[RecordFields.IdentityOf(table.Kind)[0]].Column;
        var type = TypesOf(table)[table.IndexOf(column)]!;
        return await database.ReadAsync<IReadOnlyList<object?>>(
            async (connection, token) =>
            {
                await using var command = PresenceQuery.Of(table.Table, column, type, ids);
                if (command is null) return [];
                command.Connection = connection;
                return [.. (await RowsAsync(command, [type], token)).Select(row => row.Values[0])];
            },
            cancellationToken);
    }

    private static async Task<IReadOnlyList<SourceRow>> RowsAsync(MySqlCommand command, ColumnType?[] types, CancellationToken cancellationToken)
    {
        var rows = new List<SourceRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var cells = new object?[types.Length];
            for (var i = 0; i < cells.Length; i++) cells[i] = RowCells.Read(reader, i, types[i]);
            rows.Add(new SourceRow(cells));
        }

        return rows;
    }

    private async Task<Dictionary<RecordKind, TableColumns>> ReadColumnsAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<RecordKind, TableColumns>();
        foreach (var table in Mapping.Tables) columns[table.Kind] = await TableColumns.ReadAsync(connection, table, cancellationToken);
        return columns;
    }

    /// <summary>What the types are is known since the mapping was compared with the database.</summary>
    private ColumnType?[] TypesOf(TableMapping table) => [.. table.Columns.Select(_columns[table.Kind].Find)];
}
