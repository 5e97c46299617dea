using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Sync;

public abstract class SyncedRecordsContract(IStores stores) : StoreContract(stores)
{
    private const string Source = "cdp:customers";

    private ISyncedRecords Records => Store.Get<ISyncedRecords>();

    [Fact]
    public async Task FindAsync_ManyWritten_AreFoundBySourceAndId()
    {
        var written = Enumerable.Range(0, 1234).ToDictionary(number => $"id {number}", number => number - 600L, StringComparer.Ordinal);
        await Records.WriteAsync(Source, written, Ending);
        await Records.WriteAsync("other", new Dictionary<string, long> { ["id 5"] = long.MaxValue, ["id 1234"] = long.MinValue }, Ending);

        Assert.Equal(written, await Records.FindAsync(Source, [.. written.Keys, "id 1234"], Ending));
        Assert.Empty(await Records.FindAsync(Source, [], Ending));
    }

    [Fact]
    public async Task WriteAsync_Again_Replaces()
    {
        await Records.WriteAsync(Source, new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 }, Ending);
        await Records.WriteAsync(Source, new Dictionary<string, long> { ["b"] = 0, ["c"] = 3 }, Ending);

        Assert.Equal(new Dictionary<string, long> { ["a"] = 1, ["b"] = 0, ["c"] = 3 }, await Records.FindAsync(Source, ["a", "b", "c"], Ending));
        Assert.Equal(2, await Records.CountAsync(Source, Ending));
    }

    [Fact]
    public async Task FindAsync_IdsThatDifferInCaseOrAccentAlone_AreApart()
    {
        await Records.WriteAsync(Source, new Dictionary<string, long> { ["a"] = 1, ["A"] = 2, ["ä"] = 3 }, Ending);

        Assert.Equal(new Dictionary<string, long> { ["A"] = 2 }, await Records.FindAsync(Source, ["A"], Ending));
        Assert.Equal(3, await Records.CountAsync(Source, Ending));
    }

    [Fact]
    public async Task ListAsync_PageByPage_GivesEachThatIsNotGoneOnce()
    {
        var written = Enumerable.Range(0, 57).ToDictionary(number => $"{new[] { "a", "Ä", "漢", "😀" }[number % 4]}{number}", number => number % 3L, StringComparer.Ordinal);
        await Records.WriteAsync(Source, written, Ending);
        await Records.WriteAsync("other", new Dictionary<string, long> { ["x"] = 1 }, Ending);

        var listed = new List<string>();
        for (string? after = null; ; after = listed[^1])
        {
            var page = await Records.ListAsync(Source, after, 10, Ending);
            listed.AddRange(page);
            if (page.Count < 10) break;
        }

        Assert.Equal(written.Where(record => record.Value != 0).Select(record => record.Key).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
