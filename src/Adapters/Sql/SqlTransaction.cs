using System.Data.Common;
using Dapper;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>A write transaction under way.</summary>
public sealed class SqlTransaction(DbConnection connection, DbTransaction transaction, ISqlDialect dialect, CancellationToken cancellationToken)
{
    /// <summary>SQLite takes at most 32,766 parameters a statement; lists are cut to pieces well below.</summary>
    private const int ListSize = 500;

    public ISqlDialect Dialect => dialect;

    /// <returns>Rows affected; a list of parameters runs the statement once for each.</returns>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    /// <inheritdoc cref="ISqlDialect.InsertAsync"/>
    public Task ExecuteAsync(SqlInsert insert, IEnumerable<object> rows) =>
        dialect.InsertAsync(connection, transaction, insert, rows, cancellationToken);

    public Task ExecuteAsync(SqlInsert insert, object row) => ExecuteAsync(insert.Single, row);

    /// <summary>What this transaction deletes from now on is not merely given free, where the database can see to that.</summary>
    public Task WipeAsync() => dialect.Wipe.Length == 0 ? Task.CompletedTask : ExecuteAsync(dialect.Wipe);

    /// <inheritdoc cref="ISqlDialect.LockAsync"/>
    public Task LockAsync(IEnumerable<string> names) => dialect.LockAsync(this, names);

    public Task<T?> ScalarAsync<T>(string sql, object? parameters = null) =>
        connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken))];

    /// <summary>A query over <see cref="ISqlDialect.OfIds"/>.</summary>
    /// <param name="since">What the query calls <c>@since</c>, in milliseconds since 1970.</param>
    public async Task<IReadOnlyList<T>> QueryIdsAsync<T>(string sql, IReadOnlyCollection<string> ids, DateTimeOffset? since = null) =>
        ids.Count == 0 ? [] : await QueryAsync<T>(sql, new { ids = JsonColumns.Write(ids), since = UnixMilliseconds.From(since) });

    /// <summary>Reads on the transaction's own connection, for queries that are also asked outside of one.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, DbTransaction, CancellationToken, Task<T>> read) => read(connection, transaction, cancellationToken);

    /// <summary>A query with <c>in @list</c>, over a list of any length.</summary>
    public async Task<List<T>> QueryListAsync<T>(string sql, IReadOnlyCollection<string> list)
    {
        var rows = new List<T>();
        foreach (var piece in list.Chunk(ListSize)) rows.AddRange(await QueryAsync<T>(sql, new { list = piece }));
        return rows;
    }
}
