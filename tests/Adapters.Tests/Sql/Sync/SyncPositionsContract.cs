using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Sync;

public abstract class SyncPositionsContract(IStores stores) : StoreContract(stores)
{
    private ISyncPositions Positions => Store.Get<ISyncPositions>();

    [Fact]
    public async Task ReadAsync_BeforeTheFirstRun_IsNull() => Assert.Null(await Positions.ReadAsync("gorse", Ending));

    [Fact]
    public async Task ReadAsync_WrittenAgain_IsTheLast()
    {
        await Positions.WriteAsync("gorse", "1", Ending);
        await Positions.WriteAsync("gorse", "2", Ending);
        Assert.Equal("2", await Positions.ReadAsync("gorse", Ending));
    }

    [Fact]
    public async Task ReadAsync_OneOfSeveral_IsItsOwn()
    {
        await Positions.WriteAsync("gorse", "1", Ending);
        await Positions.WriteAsync("Gorse", "2", Ending);
        Assert.Equal("1", await Positions.ReadAsync("gorse", Ending));
        Assert.Null(await Positions.ReadAsync("cdp", Ending));
    }

    [Fact]
    public async Task ReadAsync_LongestPosition_ComesBackUnchanged()
    {
        var longest = string.Concat(Enumerable.Repeat("漢\"\\'\n", 400));
        await Positions.WriteAsync("cdp", longest, Ending);
        Assert.Equal(longest, await Positions.ReadAsync("cdp", Ending));
    }
}
