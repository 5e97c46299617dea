using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Tests.Sql.Items;

public abstract class InteractionsContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task ReadAsync_NoEvents_IsEmpty() => Assert.Empty(await ReadAsync());

    [Fact]
    public async Task ReadAsync_EventOfAnItem_HasAllThatTrainingNeeds()
    {
        var visit = Facts.Visit("p", Now, "漢");
        await Store.WriteAsync(Facts.Of(visit with { Activity = visit.Activity with { Session = "s" } }, Facts.Visit("q", Now, "j")));
        Assert.Equal(
            [new("p", "漢", "s", ActivityTypes.PageView, Now), new ItemActivity("q", "j", null, ActivityTypes.PageView, Now)], await ReadAsync());
    }

    [Fact]
    public async Task ReadAsync_EventOfNoItem_IsLeftOut()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now), Facts.Visit("q", Now, "i")));
        Assert.Equal("q", Assert.Single(await ReadAsync()).PersonId);
    }

    [Fact]
    public async Task ReadAsync_EventOnTheEdge_IsInAndTheOneBeforeIsNot()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddMilliseconds(-1), "before"), Facts.Visit("p", Now, "on")));
        Assert.Equal("on", Assert.Single(await ReadAsync()).ItemId);
    }

    [Fact]
    public async Task ReadAsync_EventsThatCameLate_AreInTimeOrder()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddHours(2), "c"), Facts.Visit("q", Now, "a"), Facts.Visit("p", Now.AddHours(1), "b")));
        Assert.Equal(["a", "b", "c"], (await ReadAsync()).Select(activity => activity.ItemId));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Ends()
    {
        await Store.WriteAsync(Facts.Of([.. Enumerable.Range(0, 10).Select(hour => Facts.Visit("p", Now.AddHours(hour), "i"))]));
        using var cancelling = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.Get<IInteractionStore>().ReadAsync(Now, cancelling.Token)) await cancelling.CancelAsync();
        });
    }

    private async Task<List<ItemActivity>> ReadAsync() => await Store.Get<IInteractionStore>().ReadAsync(Now, Ending).ToListAsync(Ending);
}
