namespace PersonalizationEngine.Adapters.Sqlite.Backup;

/// <summary>What is worth keeping in a data folder.</summary>
internal static class DataFolderFiles
{
    public const string Store = "engine.db", Lock = "durable.db.lock";

    /// <summary>
    /// Copied in this order. The orchestrations come first: when they are older than the store, they do once more what the store
    /// knows to be done, which sends nothing twice; when the store was older, they would take for done what is in no store.
    /// </summary>
    public static readonly IReadOnlyList<string> Databases = ["durable.db", Store];

    /// <summary>Small files, written aside and moved by whoever writes them, so that each is whole whenever it is read.</summary>
    public static readonly IReadOnlyList<string> Others = ["keys.json", "webhook-credentials.json", "timers.json", "demo.sent", "demo.began"];

    public static bool Has(string folder) => Databases.Concat(Others).Any(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>Whether an engine has the folder open.</summary>
    public static bool IsInUse(string folder)
    {
        var path = Path.Combine(folder, Lock);
        if (!File.Exists(path)) return false;
        try
        {
            using var _ = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>For the owner alone: keys and people are in there.</summary>
    public static FileStream CreateForOwner(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    public static void CreateFolderForOwner(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
