namespace PersonalizationEngine.Adapters.Sqlite;

/// <param name="Path">The database file.</param>
/// <param name="SyncEveryCommit">Wait for the disk at every commit; slower, and safe against power failure. Default false.</param>
/// <param name="LockTimeout">How long to wait for another process's lock, rounded up to whole seconds. Default 5 s.</param>
public sealed record SqliteOptions(string Path, bool SyncEveryCommit, TimeSpan LockTimeout)
{
    public static SqliteOptions In(string directory) =>
        new(System.IO.Path.Combine(directory, "engine.db"), SyncEveryCommit: false, TimeSpan.FromSeconds(5));
}
