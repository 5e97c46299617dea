using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>The engine's own database.</summary>
public abstract class SqlDatabase
{
    public abstract ISqlDialect Dialect { get; }

    /// <summary>An open connection for reading.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Reads on a connection of its own; ends at once when it is cancelled, whatever the server does.</summary>
    /// <param name="read">Is given the token to read with.</param>
    public virtual async Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await read(connection, cancellationToken);
    }

    /// <summary>Reads rows one after the other, never all at once.</summary>
    public virtual async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(sql, parameters).WithCancellation(cancellationToken))
        {
            // Rows that have come in already are handed out by drivers without a look at the token.
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>
    /// Runs the work in one write transaction and commits it; the work may run again when the transaction has to be repeated.
    /// Durable when the task completes; nothing is written when it throws.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<SqlTransaction, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>After deletes that shall leave no copy: gets rid of what the database keeps of rows that are gone, as far as it lets itself be told.</summary>
    public virtual Task ForgetDeletedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WriteAsync(Func<SqlTransaction, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async transaction =>
        {
            await work(transaction);
            return true;
        },
        cancellationToken);
}
