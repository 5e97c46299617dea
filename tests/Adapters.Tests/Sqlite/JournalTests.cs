using PersonalizationEngine.Adapters.Sqlite;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

public sealed class JournalTests(SqliteStores stores)
{
    [Fact]
    public async Task OpenAsync_AnyStore_IsInWalMode()
    {
        await using var store = await stores.NewAsync();
        Assert.Equal(["wal"], await store.RowsAsync<string>("pragma journal_mode"));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task OpenAsync_SyncEveryCommit_DecidesHowOftenTheDiskIsWaitedFor(bool syncEveryCommit, int expected)
    {
        var options = SqliteOptions.In(await stores.NewFolderAsync()) with { SyncEveryCommit = syncEveryCommit };
        await using var store = SqliteStores.Open(options);
        Assert.Equal([expected], await store.RowsAsync<int>("pragma synchronous"));
    }

    [Fact]
    public void In_Folder_NamesTheFileAndTheDefaults() => Assert.Equal(
        new SqliteOptions(Path.Combine("data", "engine.db"), SyncEveryCommit: false, TimeSpan.FromSeconds(5)), SqliteOptions.In("data"));

    [Theory]
    [InlineData("with blanks; Mode=Memory; a=\"b\" 'c'")]
    [InlineData("漢字 ü %20 #?")]
    [InlineData("file:x")]
    public async Task RunAsync_OddFolderName_MakesTheFileThere(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.New(), name)).FullName;
        using var database = new SqliteDatabase(SqliteOptions.In(folder));
        await SqliteMigrations.RunAsync(database, TestContext.Current.CancellationToken);
        Assert.True(new FileInfo(Path.Combine(folder, "engine.db")).Exists);
    }
}
