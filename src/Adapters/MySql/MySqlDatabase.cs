using System.Data;
using System.Data.Common;
using MySqlConnector;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>
/// A database on a MySQL server that several processes share. Writers read what is committed at that instant, not what was when
/// they began: whoever waited for a lock sees what the one before has written. What must not change between reading and writing
/// is locked by name (<see cref="ISqlDialect.LockAsync"/>) or by row.
/// </summary>
public sealed class MySqlDatabase : SqlDatabase, IAsyncDisposable
{
    private const IsolationLevel Isolation = IsolationLevel.ReadCommitted;

    /// <summary>A server that has gone is not waited for; one that has just come back has lost the connections of the pool.</summary>
    private const int LostConnectionAttempts = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan UndoBudget = TimeSpan.FromSeconds(1);

    private readonly MySqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly int _attempts;

    public MySqlDatabase(MySqlOptions options, TimeProvider time)
    {
        _time = time;
        _attempts = options.Attempts;
        ConnectionString = new MySqlConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = true,
            // So that a connection that died in the pool is found out when it is taken from it, not by whoever uses it.
            ConnectionReset = true,
            ConnectionTimeout = (uint)Math.Ceiling(options.ConnectTimeout.TotalSeconds),
            DefaultCommandTimeout = (uint)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            // Hang up at once: asking a server that does not answer to stop would be waiting for it.
            CancellationTimeout = -1,
            DateTimeKind = MySqlDateTimeKind.Utc,
            // A row that is found counts, also where the update leaves it as it was.
            UseAffectedRows = false,
            TreatTinyAsBoolean = true,
        }.ToString();
        _source = new MySqlDataSource(ConnectionString);
    }

    public override ISqlDialect Dialect { get; } = new MySqlDialect();

    internal string ConnectionString { get; }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public override async Task<T> WriteAsync<T>(Func<SqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var step = new Progress();
            try
            {
                return await TryAsync(work, step, cancellationToken);
            }
            catch (MySqlException fault) when (!step.IsCommitting && attempt < Attempts(fault))
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), _time, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private int Attempts(MySqlException fault) =>
        MySqlFaults.IsCollision(fault) ? _attempts : MySqlFaults.IsLostConnection(fault) ? Math.Min(LostConnectionAttempts, _attempts) : 1;

    private async Task<T> TryAsync<T>(Func<SqlTransaction, Task<T>> work, Progress step, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(Isolation, cancellationToken);
        try
        {
            var result = await work(new SqlTransaction(connection, transaction, Dialect, cancellationToken));
            step.IsCommitting = true;
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch when (!step.IsCommitting)
        {
            await UndoAsync(transaction);
            throw;
        }
    }

    /// <summary>A server that does not answer undoes it when it finds the connection gone.</summary>
    private async Task UndoAsync(MySqlTransaction transaction)
    {
        using var giveUp = new CancellationTokenSource(UndoBudget, _time);
        try
        {
            await transaction.RollbackAsync(giveUp.Token);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or OperationCanceledException)
        {
            // What is told is why the work failed.
        }
    }

    /// <summary>When a commit fails, nobody can tell whether it took place: to try again might write twice.</summary>
    private sealed class Progress
    {
        public bool IsCommitting { get; set; }
    }
}
