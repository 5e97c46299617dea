using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Items;

public abstract class ItemsContract(IStores stores) : StoreContract(stores)
{
    private static readonly Gen<ItemRecord> AnyItem = Gen.Select(
        Gen.Select(Anything.Text(PersonId.MaxLength - 8), Anything.TextOrNull(500), Anything.TextOrNull(2048), Anything.TextOrNull(2048), Anything.TextOrNull(5000)),
        Gen.Select(Anything.Text(100).Array[0, 5], Anything.Text(100).Array[0, 5], Anything.Map, Gen.Bool),
        Gen.Select(Anything.InstantOrNull, Anything.InstantOrNull, Anything.Instant),
        (what, labels, when) => new ItemRecord(
            what.Item1, what.Item2, what.Item3, what.Item4, what.Item5, labels.Item1, labels.Item2, labels.Item3, labels.Item4,
            when.Item1, when.Item2, when.Item3));

    [Fact]
    public async Task ReadAllAsync_NoItems_IsEmpty() => Assert.Empty(await ReadAsync());

    [Fact]
    public async Task ReadAllAsync_AnyItem_ComesBackUnchanged()
    {
        var number = 0;
        await AnyItem.SampleAsync(
            async generated =>
            {
                // Sorts behind all before, and so is read last.
                var item = generated with { ItemId = $"{Interlocked.Increment(ref number):D6} {generated.ItemId}" };
                await WriteAsync(new ItemChange(item.ItemId, item, item.UpdatedAt));
                var read = (await ReadAsync())[^1].Item!;
                Assert.Equal(item.Categories, read.Categories);
                Assert.Equal(item.Tags, read.Tags);
                Assert.Equal(item with { Categories = [], Tags = [] }, read with { Categories = [], Tags = [] });
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task ReadAllAsync_DeletedItem_IsThereAsADeletion()
    {
        await WriteAsync(Change("i", 0));
        await WriteAsync(new ItemChange("i", null, Now.AddHours(1)), new ItemChange("never seen", null, Now));
        Assert.Equal([new("i", null, Now.AddHours(1)), new ItemChange("never seen", null, Now)], await ReadAsync());
    }

    [Fact]
    public async Task ReadAllAsync_DeletedItemComesBack_IsThereWhole()
    {
        await WriteAsync(new ItemChange("i", null, Now));
        await WriteAsync(Change("i", 1));
        Assert.Equal((Now.AddHours(1), "i", false), Assert.Single(await ReadAsync()) is { Item: { } item } change ? (change.At, item.ItemId, item.Hidden) : default);
    }

    [Fact]
    public async Task ReadAllAsync_ItemWrittenAgain_HasForgottenTheOldFacts()
    {
        var full = Facts.Item("i", Now) with { Title = "t", Categories = ["c"], Hidden = true, ExpiresAt = Now };
        await WriteAsync(new ItemChange("i", full, Now));
        await WriteAsync(Change("i", 1));

        var item = Assert.Single(await ReadAsync()).Item!;
        Assert.Equal((null, false, null), (item.Title, item.Hidden, item.ExpiresAt));
        Assert.Empty(item.Categories);
    }

    [Fact]
    public async Task ReadAllAsync_IdsThatOnlyLookAlike_AreDifferentItems()
    {
        await WriteAsync(Change("item", 0), Change("ITEM", 0), Change("ítem", 0));
        Assert.Equal(3, (await ReadAsync()).Count);
    }

    private static ItemChange Change(string id, int hours) => new(id, Facts.Item(id, Now.AddHours(hours)), Now.AddHours(hours));

    private Task WriteAsync(params IReadOnlyCollection<ItemChange> changes) => Store.WriteAsync(Facts.Of(changes));

    private async Task<List<ItemChange>> ReadAsync() => await Store.Get<IItemStore>().ReadAllAsync(Ending).ToListAsync(Ending);
}
