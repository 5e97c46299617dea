using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Adapters.Tests.Sql.Models;

public abstract class ModelStoreContract(IStores stores) : StoreContract(stores)
{
    private IModelStore Models => Store.Get<IModelStore>();

    [Fact]
    public async Task FindNewestAsync_BeforeTheFirst_IsNull()
    {
        Assert.Null(await Models.FindNewestAsync(Ending));
        Assert.Null(await Models.ReadAsync(1, Ending));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(512 * 1024)]
    [InlineData(3_000_000)]
    public async Task ReadAsync_AnySize_IsWhatWasSaved(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        await Models.SaveAsync(new StoredModel(7, content), Ending);

        Assert.Equal(7, await Models.FindNewestAsync(Ending));
        Assert.Equal(content, (await Models.ReadAsync(7, Ending))!.Content);
    }

    [Fact]
    public async Task SaveAsync_SameVersionShorter_LeavesNothingOfTheOneBefore()
    {
        await Models.SaveAsync(new StoredModel(7, new byte[2_000_000]), Ending);
        await Models.SaveAsync(new StoredModel(7, [1, 2, 3]), Ending);

        Assert.Equal([1, 2, 3], (await Models.ReadAsync(7, Ending))!.Content);
    }

    [Fact]
    public async Task SaveAsync_FourVersionsInAnyOrder_KeepsTheNewestThree()
    {
        foreach (var version in (long[])[30, 10, 40, 20]) await Models.SaveAsync(new StoredModel(version, [(byte)version]), Ending);

        Assert.Equal(40, await Models.FindNewestAsync(Ending));
        Assert.Null(await Models.ReadAsync(10, Ending));
        foreach (var version in (long[])[20, 30, 40]) Assert.Equal([(byte)version], (await Models.ReadAsync(version, Ending))!.Content);
    }
}
