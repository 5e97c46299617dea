using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.Sqlite;

/// <summary>
/// One file in WAL mode: readers never wait for the writer. Writers of this process queue for the one writing lock here, so
/// that none of them spins on it. A commit survives the death of the process at any instant; the death of the machine too,
/// when every commit is synced (<see cref="SqliteOptions.SyncEveryCommit"/>).
/// </summary>
public sealed class SqliteDatabase : SqlDatabase, IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _connectionString;
    private readonly string _pragmas;

    public SqliteDatabase(SqliteOptions options)
    {
        KeepFromOthers(options.Path);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = true,
            // Whole seconds, and 0 would wait without end.
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.LockTimeout.TotalSeconds)),
        }.ToString();
        _pragmas = $"pragma journal_mode = wal; pragma synchronous = {(options.SyncEveryCommit ? "full" : "normal")}; pragma temp_store = memory; pragma secure_delete = fast;";
    }

    /// <summary>What is in it is about people: the owner alone reads it. The files beside it take their mode from this one.</summary>
    private static void KeepFromOthers(string path)
    {
        if (OperatingSystem.IsWindows() || Path.Exists(path)) return;
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var _ = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = Owner });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then it cannot be opened either, and whoever opens it is told why.
        }
    }

    public override ISqlDialect Dialect { get; } = new SqliteDialect();

    public string ConnectionString => _connectionString;

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(_pragmas);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<T> WriteAsync<T>(Func<SqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            // Begins immediate: the lock is taken before anything is read, so that what was read is still so when it is written.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new SqlTransaction(connection, transaction, Dialect, cancellationToken));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Empties the journal, in which old pages lie; where somebody reads, what they read stays until the next time.</summary>
    public override async Task ForgetDeletedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("pragma wal_checkpoint(truncate)", cancellationToken: cancellationToken));
    }

    public void Dispose() => _writing.Dispose();
}
