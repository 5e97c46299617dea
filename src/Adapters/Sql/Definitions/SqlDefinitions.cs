using Dapper;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

/// <summary>A table of definitions with versions; every write raises the version of the playbook in the same transaction.</summary>
/// <typeparam name="T">The definition.</typeparam>
/// <typeparam name="TRow">How a row is read.</typeparam>
/// <param name="columns">Columns of the definition itself.</param>
internal abstract class SqlDefinitions<T, TRow>(SqlDatabase database, string table, IReadOnlyList<string> columns) : IDefinitions<T>
    where T : class
{
    private readonly string _select = $"select id, {string.Join(", ", columns)}, version, created_at, updated_at from {table}";

    private readonly string _insert =
        $"insert into {table} ({string.Join(", ", columns)}, version, created_at, updated_at) "
        + $"values ({string.Join(", ", columns.Select(column => $"@{column}"))}, 1, @now, @now)";

    private readonly string _update =
        $"update {table} set {string.Join(", ", columns.Select(column => $"{column} = @{column}"))}, version = version + 1, "
        + "updated_at = @now where id = @id and version = @version";

    public async Task<IReadOnlyList<Stored<T>>> ListAsync(long afterId, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<TRow>(new CommandDefinition(
            $"{_select} where id > @afterId order by id limit @limit", new { afterId, limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(Read)];
    }

    public async Task<Stored<T>?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QueryFirstOrDefaultAsync<TRow>(
            new CommandDefinition($"{_select} where id = @id", new { id }, cancellationToken: cancellationToken));
        return row is null ? null : Read(row);
    }

    public Task<Stored<T>?> AddAsync(T definition, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async transaction =>
        {
            var parameters = Parameters(definition);
            parameters.Add("now", now);
            await transaction.ExecuteAsync(_insert, parameters);
            return await transaction.ScalarAsync<long>(transaction.Dialect.LastInsertedId);
        },
        cancellationToken);

    public Task<Stored<T>?> ReplaceAsync(
        long id, int version, T definition, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async transaction =>
        {
            var parameters = Parameters(definition);
            parameters.AddDynamicParams(new { id, version, now });
            return await transaction.ExecuteAsync(_update, parameters) == 1 ? id : null;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(long id, int version, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var removed = await transaction.ExecuteAsync(
                $"delete from {table} where id = @id and version = @version", new { id, version }) == 1;
            if (removed) await SqlPlaybookVersion.RaiseAsync(transaction);
            return removed;
        },
        cancellationToken);

    protected abstract DynamicParameters Parameters(T definition);

    protected abstract Stored<T> Read(TRow row);

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
}
