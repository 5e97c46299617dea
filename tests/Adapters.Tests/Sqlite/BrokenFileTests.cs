using Microsoft.Data.Sqlite;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

/// <summary>Files that are no store are told by SQLite's own codes and left as they are.</summary>
public sealed class BrokenFileTests(SqliteStores stores)
{
    private const int ReadOnly = 8, CannotOpen = 14, NoDatabase = 26;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_FileOfSomethingElse_FailsAndLeavesIt()
    {
        var options = SqliteOptions.In(TestFolder.New());
        var content = string.Concat(Enumerable.Repeat("These are no pages of a database. ", 300));
        await File.WriteAllTextAsync(options.Path, content, Ending);

        Assert.Equal(NoDatabase, await FaultOfStartAsync(options));
        Assert.Equal(content, await File.ReadAllTextAsync(options.Path, Ending));
    }

    [Fact]
    public async Task RunAsync_FolderInThePlaceOfTheFile_Fails()
    {
        var options = SqliteOptions.In(TestFolder.New());
        Directory.CreateDirectory(options.Path);
        Assert.Equal(CannotOpen, await FaultOfStartAsync(options));
    }

    [Fact]
    public async Task RunAsync_FolderThatIsNotThere_FailsAndMakesNone()
    {
        var folder = Path.Combine(TestFolder.New(), "missing");
        Assert.Equal(CannotOpen, await FaultOfStartAsync(SqliteOptions.In(folder)));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task WriteAsync_FileThatCanOnlyBeRead_Fails()
    {
        var options = SqliteOptions.In(await stores.NewFolderAsync());
        await using (var file = File.OpenWrite(options.Path))
        {
            // The format version for writing, later than any: SQLite then only reads the file, whoever asks.
            file.Position = 18;
            file.WriteByte(9);
        }

        await using var store = SqliteStores.Open(options);
        var fault = await Assert.ThrowsAsync<SqliteException>(() => store.WriteAsync(Facts.Of(Facts.Person("p"))));
        Assert.Equal(ReadOnly, fault.SqliteErrorCode);
    }

    [Fact]
    public async Task CheckAsync_WorkingStore_TellsWhetherItIsEmpty()
    {
        await using var store = await stores.NewAsync();
        var health = store.Get<IHealthProbe>();

        Assert.Equal("sqlite, empty", await health.CheckAsync(Ending));
        await store.WriteAsync(Facts.Of(Facts.Person("p")));
        Assert.Equal("sqlite", await health.CheckAsync(Ending));
        Assert.True(health is { Name: "store", IsVital: true });
    }

    [Fact]
    public async Task CheckAsync_BrokenFile_Throws()
    {
        var options = SqliteOptions.In(TestFolder.New());
        await File.WriteAllBytesAsync(options.Path, [.. Enumerable.Repeat((byte)7, 4096)], Ending);
        await using var store = SqliteStores.Open(options);
        await Assert.ThrowsAsync<SqliteException>(() => store.Get<IHealthProbe>().CheckAsync(Ending));
    }

    [Fact]
    public async Task CheckAsync_StoreWithoutTables_Throws()
    {
        await using var store = SqliteStores.Open(SqliteOptions.In(TestFolder.New()));
        await Assert.ThrowsAsync<SqliteException>(() => store.Get<IHealthProbe>().CheckAsync(Ending));
    }

    private static async Task<int> FaultOfStartAsync(SqliteOptions options)
    {
        using var database = new SqliteDatabase(options);
        return (await Assert.ThrowsAsync<SqliteException>(() => SqliteMigrations.RunAsync(database, Ending))).SqliteErrorCode;
    }
}
