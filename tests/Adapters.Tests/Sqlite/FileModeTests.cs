using System.Runtime.Versioning;
using PersonalizationEngine.Adapters.Sqlite;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

public sealed class FileModeTests
{
    [Fact]
    public async Task RunAsync_NewStore_IsReadByItsOwnerAlone()
    {
        var folder = TestFolder.New();
        using var database = new SqliteDatabase(SqliteOptions.In(folder));
        await SqliteMigrations.RunAsync(database, TestContext.Current.CancellationToken);
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);

        Assert.Superset(new HashSet<string> { "engine.db", "engine.db-wal" }, Directory.GetFiles(folder).Select(Path.GetFileName).ToHashSet()!);
        Assert.All(Directory.GetFiles(folder), file => Assert.True(OperatingSystem.IsWindows() || IsOwnersAlone(file), file));
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsOwnersAlone(string file) => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
