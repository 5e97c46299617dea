using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using MySqlConnector;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

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

    private readonly MySqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly int _attempts;
    private readonly ISignInTokens? _tokens;

    /// <exception cref="ArgumentException">The connection string cannot be read, or names no database.</exception>
    public MySqlDatabase(MySqlOptions options, TimeProvider time)
    {
        _time = time;
        _attempts = options.Attempts;
        _tokens = options.Tokens;
        var given = new MySqlConnectionStringBuilder(options.ConnectionString);
        if (given.Database.Length == 0) throw new ArgumentException("The connection to MySQL names no database.", nameof(options));
        ConnectionString = new MySqlConnectionStringBuilder(given.ConnectionString)
        {
            Pooling = true,
            // So that a connection that died in the pool is found out when it is taken from it, not by whoever uses it.
            ConnectionReset = true,
            ConnectionTimeout = (uint)Math.Ceiling(options.ConnectTimeout.TotalSeconds),
            DefaultCommandTimeout = (uint)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            // Whole seconds: how long the server is asked to stop what nobody waits for any more.
            CancellationTimeout = 1,
            DateTimeKind = MySqlDateTimeKind.Utc,
            // A row that is found counts, also where the update leaves it as it was.
            UseAffectedRows = false,
            TreatTinyAsBoolean = true,
        }.ToString();
        _source = new MySqlDataSource(ConnectionString);
    }

    public override ISqlDialect Dialect { get; } = new MySqlDialect();

    internal string ConnectionString { get; }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await SignInAsync(cancellationToken);
        var opening = _source.OpenConnectionAsync(cancellationToken).AsTask();
        try
        {
            return await opening.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!opening.IsCompleted)
        {
            LettingGo.Forget(CloseAsync(opening));
            throw;
        }
    }

    public override Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        TellOutagesAsync(LettingGo.RunAsync(token => base.ReadAsync(read, token), _time, cancellationToken));

    public override async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = base.StreamAsync<T>(sql, parameters, CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        var step = Task.FromResult(false);
        try
        {
            while (await (step = rows.MoveNextAsync().AsTask()).WaitAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return rows.Current;
            }
        }
        finally
        {
            var closing = CloseAsync(step, rows);
            if (step.IsCompleted) await closing;
            else LettingGo.Forget(closing);
        }
    }

    public override Task<T> WriteAsync<T>(Func<SqlTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        TellOutagesAsync(LettingGo.RunAsync(token => RepeatAsync(work, token), _time, cancellationToken));

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Signs in with a token that serves now, for whoever makes connections of its own.</summary>
    internal async Task<string> SignedConnectionStringAsync(CancellationToken cancellationToken) => _tokens is null
        ? ConnectionString
        : new MySqlConnectionStringBuilder(ConnectionString) { Password = (await _tokens.GetAsync(cancellationToken)).Text }.ToString();

    /// <summary>New connections of the pool use the token of this moment; those that stand are not asked again.</summary>
    private async ValueTask SignInAsync(CancellationToken cancellationToken)
    {
        if (_tokens is not null) _source.Password = (await _tokens.GetAsync(cancellationToken)).Text;
    }

    private async Task<T> RepeatAsync<T>(Func<SqlTransaction, Task<T>> work, CancellationToken cancellationToken)
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

    /// <exception cref="OutsideSystemException">The server is away. Callers can tell that from a fault of ours.</exception>
    private static async Task<T> TellOutagesAsync<T>(Task<T> running)
    {
        try
        {
            return await running;
        }
        catch (Exception fault) when (MySqlFaults.IsOutage(fault))
        {
            throw new OutsideSystemException("store", (fault as MySqlException)?.ErrorCode.ToString() ?? fault.GetType().Name, fault);
        }
    }

    private static async Task CloseAsync(Task<MySqlConnection> opening) => await (await opening).DisposeAsync();

    private static async Task CloseAsync<T>(Task<bool> step, IAsyncEnumerator<T> rows)
    {
        await Task.WhenAny(step);
        await rows.DisposeAsync();
    }

    private int Attempts(MySqlException fault) =>
        MySqlFaults.IsCollision(fault) ? _attempts : MySqlFaults.IsLostConnection(fault) ? Math.Min(LostConnectionAttempts, _attempts) : 1;

    private async Task<T> TryAsync<T>(Func<SqlTransaction, Task<T>> work, Progress step, CancellationToken cancellationToken)
    {
        await SignInAsync(cancellationToken);
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(Isolation, cancellationToken);
        try
        {
            var result = await work(new SqlTransaction(connection, transaction, Dialect, cancellationToken));
            // Whoever has been let go by now was told that nothing is written.
            cancellationToken.ThrowIfCancellationRequested();
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

    /// <summary>A server that has gone, or comes back later, undoes it by itself.</summary>
    private static async Task UndoAsync(MySqlTransaction transaction)
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
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
