using System.Data.Common;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>The engine's own database.</summary>
public abstract class SqlDatabase
{
    public abstract ISqlDialect Dialect { get; }

    /// <summary>An open connection for reading.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs the work in one write transaction and commits it; the work may run again when the transaction has to be repeated.
    /// Durable when the task completes; nothing is written when it throws.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<SqlTransaction, Task<T>> work, CancellationToken cancellationToken);

    public Task WriteAsync(Func<SqlTransaction, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async transaction =>
        {
            await work(transaction);
            return true;
        },
        cancellationToken);
}
