using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>What operators are told of the store.</summary>
public abstract class StoreFiguresContract(IStores stores) : StoreContract(stores)
{
    private IStoreFigures Figures => Store.Get<IStoreFigures>();

    [Fact]
    public async Task Bytes_OfTheTables_AreMoreThanNone() => Assert.True(await Figures.BytesAsync(Ending) > 10_000);

    [Fact]
    public async Task DeadLetters_OfAnEmptyStore_AreNone() => Assert.Equal(0, await Figures.DeadLettersAsync(Ending));
}
