using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.Sql.Definitions.History;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

/// <summary>
/// A table of definitions with versions; every write raises the version of the playbook and is kept in the history in the same transaction. A row that
/// somebody wrote past the engine and that cannot be read is as good as not there: it must not keep the others from working.
/// </summary>
/// <typeparam name="T">The definition.</typeparam>
/// <typeparam name="TRow">How a row is read.</typeparam>
/// <param name="columns">Columns of the definition itself.</param>
internal abstract partial class SqlDefinitions<T, TRow>(SqlDatabase database, ILogger logger, string table, IReadOnlyList<string> columns)
    : IDefinitions<T>
    where T : class
    where TRow : class, IDefinitionRow
{
    private readonly string _select = $"select id, {string.Join(", ", columns)}, version, created_at, updated_at from {table}";

    private readonly string _insert =
        $"insert into {table} ({string.Join(", ", columns)}, version, created_at, updated_at) "
        + $"values ({string.Join(", ", columns.Select(column => $"@{column}"))}, 1, @now, @now)";

    private readonly string _update =
        $"update {table} set {string.Join(", ", columns.Select(column => $"{column} = @{column}"))}, version = version + 1, "
        + "updated_at = @now where id = @id and version = @version";

    public string Kind => table;

    public Task<IReadOnlyList<Stored<T>>> ListAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => ListAsync(connection, afterId, limit, token), cancellationToken);

    public async Task<Stored<T>?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            (connection, token) => connection.QueryFirstOrDefaultAsync<TRow>(
                new CommandDefinition($"{_select} where id = @id", new { id }, cancellationToken: token)),
            cancellationToken);
        return row is null ? null : TryRead(row);
    }

    public Task<Stored<T>?> AddAsync(T definition, Edit edit, CancellationToken cancellationToken) => WriteAsync(
        async transaction =>
        {
            var parameters = Parameters(definition);
            parameters.Add("now", edit.At);
            await transaction.ExecuteAsync(_insert, parameters);
            var id = await transaction.ScalarAsync<long>(transaction.Dialect.LastInsertedId);
            await HistoryWriter.WriteAsync(transaction, table, id, 1, edit);
            return id;
        },
        cancellationToken);

    public Task<Stored<T>?> ReplaceAsync(
        long id, int version, T definition, Edit edit, CancellationToken cancellationToken) => WriteAsync(
        async transaction =>
        {
            var parameters = Parameters(definition);
            parameters.AddDynamicParams(new { id, version, now = edit.At });
            if (await transaction.ExecuteAsync(_update, parameters) != 1) return null;
            await HistoryWriter.WriteAsync(transaction, table, id, version + 1, edit);
            return id;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(long id, int version, Edit edit, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var removed = await transaction.ExecuteAsync(
                $"delete from {table} where id = @id and version = @version", new { id, version }) == 1;
            if (!removed) return false;
            await HistoryWriter.WriteAsync(transaction, table, id, version + 1, edit);
            await SqlPlaybookVersion.RaiseAsync(transaction);
            return true;
        },
        cancellationToken);

    protected abstract DynamicParameters Parameters(T definition);

    protected abstract Stored<T> Read(TRow row);

    private async Task<IReadOnlyList<Stored<T>>> ListAsync(DbConnection connection, long afterId, int limit, CancellationToken cancellationToken)
    {
        var found = new List<Stored<T>>();
        bool isLastPage;
        do
        {
            // Filled up behind rows that were left out: a page that is not full means to callers that nothing follows.
            var missing = limit - found.Count;
            var rows = (await connection.QueryAsync<TRow>(new CommandDefinition(
                $"{_select} where id > @afterId order by id limit @missing", new { afterId, missing }, cancellationToken: cancellationToken))).AsList();
            found.AddRange(rows.Select(TryRead).OfType<Stored<T>>());
            isLastPage = rows.Count < missing;
            if (rows.Count > 0) afterId = rows[^1].Id;
        }
        while (!isLastPage && found.Count < limit);

        return found;
    }

    private Stored<T>? TryRead(TRow row)
    {
        try
        {
            return Read(row);
        }
        catch (Exception exception)
        {
            Log.Unreadable(logger, table, row.Id, exception);
            return null;
        }
    }

    /// <returns>Null when the row was not written or its key is taken.</returns>
    private async Task<Stored<T>?> WriteAsync(Func<SqlTransaction, Task<long?>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    if (await write(transaction) is not { } id) return null;
                    await SqlPlaybookVersion.RaiseAsync(transaction);
                    return Read((await transaction.QueryAsync<TRow>($"{_select} where id = @id", new { id }))[0]);
                },
                cancellationToken);
        }
        catch (Exception exception) when (database.Dialect.IsDuplicateKey(exception))
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(171, LogLevel.Error, "Row {Id} of {Table} cannot be read and is left out.")]
        public static partial void Unreadable(ILogger logger, string table, long id, Exception exception);
    }
}
