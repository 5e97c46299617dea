using Dapper;
using Microsoft.Data.Sqlite;

namespace PersonalizationEngine.Adapters.Sqlite.Backup;

/// <summary>A copy of a database as it is at one instant, while others read and write it.</summary>
internal static class DatabaseCopy
{
    /// <summary>
    /// One read of the whole in one transaction, which in WAL mode waits for nobody and keeps nobody waiting. Pages of deleted
    /// rows are left behind.
    /// </summary>
    public static async Task MakeAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(from, SqliteOpenMode.ReadWrite, cancellationToken);
        // An empty file is taken as a new database, and has the mode we want.
        await DataFolderFiles.CreateForOwner(to).DisposeAsync();
        await connection.ExecuteAsync(new CommandDefinition("vacuum into @to", new { to }, commandTimeout: 0, cancellationToken: cancellationToken));
    }

    /// <returns>What is wrong with it, or null.</returns>
    public static async Task<string?> FindFaultAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(path, SqliteOpenMode.ReadOnly, cancellationToken);
            var verdict = await connection.ExecuteScalarAsync<string>(
                new CommandDefinition("pragma integrity_check(1)", commandTimeout: 0, cancellationToken: cancellationToken));
            return verdict == "ok" ? null : verdict;
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Of <c>engine.db</c>: the newest migration it has.</summary>
    public static async Task<long> SchemaAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(path, SqliteOpenMode.ReadOnly, cancellationToken);
        return await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("select coalesce(max(Version), 0) from VersionInfo", cancellationToken: cancellationToken));
    }

    private static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
