using EmbeddedHost.Hosting;
using Microsoft.Data.Sqlite;

namespace EmbeddedHost.Durable.Histories;

/// <summary>durable.db: one SQLite file with every orchestration, its history and what it still waits for.</summary>
internal sealed class HistoryFile(string path) : IDisposable
{
    private const int BusySeconds = 30;

    /// <summary>Of the tables; a file of a later one is not touched.</summary>
    private const int Version = 1;


    private const string Schema = """
        CREATE TABLE IF NOT EXISTS instances (
            run INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, status INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, start_at INTEGER NOT NULL,
            input TEXT, output TEXT, custom TEXT, failure TEXT, tags TEXT,
            parent_id TEXT, parent_name TEXT, parent_run INTEGER NOT NULL, parent_task INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS instances_parent ON instances (parent_run) WHERE parent_run > 0;
        CREATE INDEX IF NOT EXISTS instances_running ON instances (run) WHERE status IN (0, 6, 7);
        CREATE TABLE IF NOT EXISTS history (
            run INTEGER NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT, payload TEXT, target TEXT, at INTEGER NOT NULL, PRIMARY KEY (run, seq)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS pending (
            run INTEGER NOT NULL, task INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (run, task)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS inbox (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL, run INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT, payload TEXT, recursive INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS inbox_id ON inbox (id);
        """;

    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = BusySeconds,
    }.ToString();

    private FileStream? _lock;

    public string Path => path;

    /// <summary>Makes the file and its tables; what is wrong with it is a fault of the start.</summary>
    public void Prepare(StartFaults faults)
    {
        try
        {
            _lock = TakeLock(faults);
            if (_lock is null) return;
            OpenForOwner(path).Dispose();
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL;" + Schema;
            command.ExecuteNonQuery();
            if (VersionOf(connection) > Version) faults.Add($"{path} was made by a newer version of the host.");
        }
        catch (Exception refusal) when (refusal is SqliteException or IOException or UnauthorizedAccessException)
        {
            faults.Add($"{path} cannot be used for orchestrations: {refusal.Message}");
        }
    }

    /// <summary>A connection that does not wait for the disk: a killed process loses nothing, a power cut the last moment.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Lets another process have the file.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connection)) SqliteConnection.ClearPool(connection);
        _lock?.Dispose();
    }

    /// <summary>Two processes would run every orchestration twice. The system takes the lock from one that was killed.</summary>
    private FileStream? TakeLock(StartFaults faults)
    {
        try
        {
            return OpenForOwner(path + ".lock");
        }
        catch (IOException)
        {
            faults.Add($"Another process runs the orchestrations of {path}: give DATA_DIR another folder, or stop it first.");
            return null;
        }
    }

    /// <summary>Makes a file that only its owner may read, as there are people in the histories.</summary>
    private static FileStream OpenForOwner(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static long VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = (long)command.ExecuteScalar()!;
        if (version > 0) return version;
        command.CommandText = $"PRAGMA user_version = {Version}";
        command.ExecuteNonQuery();
        return Version;
    }
}
