using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Feedback;

public abstract class ExposuresContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task SaveAsync_ExposedAgain_KeepsTheFirstInstant()
    {
        await SaveAsync([new Exposure(1, "p", "a", Now)]);
        await SaveAsync([new Exposure(1, "p", "a", Now.AddDays(1)), new Exposure(1, "p", "a", Now.AddDays(-1))]);
        Assert.Equal([Now.ToUnixTimeMilliseconds()], await Store.RowsAsync<long>("select exposed_at from exposures"));
    }

    [Fact]
    public async Task SaveAsync_AnotherPersonExperimentOrVariant_IsAnotherExposure()
    {
        await SaveAsync([new(1, "p", "a", Now), new(2, "p", "a", Now), new(1, "P", "a", Now), new Exposure(1, "p", "b", Now)]);
        Assert.Equal(4, await Store.CountAsync("exposures"));
    }

    [Fact]
    public async Task SaveAsync_MessageAskedForAgainInItsPeriod_KeepsTheFirst()
    {
        await SaveAsync([], [new MessageRequest(1, "p", "email", "first", 42, Now)]);
        await SaveAsync([], [new MessageRequest(1, "p", "email", "second", 42, Now.AddDays(1))]);
        Assert.Equal(["first"], await Store.RowsAsync<string>("select template from outbox"));
    }

    [Fact]
    public async Task SaveAsync_AnotherPeriodChannelPersonOrRule_IsAnotherMessage()
    {
        var first = new MessageRequest(1, "p", "email", "t", 42, Now);
        await SaveAsync([], [first, first with { Period = 43 }, first with { Channel = "sms" }, first with { PersonId = "q" }, first with { RuleId = 2 }]);
        Assert.Equal(5, await Store.CountAsync("outbox"));
    }

    [Fact]
    public async Task SaveAsync_MessageCannotBeWritten_WritesNoExposureEither()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => SaveAsync([new Exposure(1, "p", "a", Now)], [new MessageRequest(1, "p", "email", null!, 1, Now)]));
        Assert.Equal(0, await Store.CountAsync("exposures"));
    }

    [Fact]
    public async Task SaveAsync_SecondVariantOfOneVersion_IsNotKept()
    {
        await SaveAsync([new Exposure(1, "p", "a", Now), new Exposure(1, "p", "b", Now.AddDays(-1)), new Exposure(1, "p", "b", Now) { BucketVersion = 2 }]);
        Assert.Equal(
            [new KeptAssignment(1, 0, "a"), new KeptAssignment(1, 2, "b")],
            (await Store.Get<IPeople>().KeptByStrangerAsync("p", Ending)).OrderBy(kept => kept.BucketVersion));
    }

    [Fact]
    public async Task SaveAsync_OfAnExperimentWhereNothingIsKept_IsAnExposureAndNoMore()
    {
        await SaveAsync([new Exposure(1, "p", "a", Now) { IsKept = false }]);
        Assert.Equal((1, 0), (await Store.CountAsync("exposures"), await Store.CountAsync("assignments")));
    }

    [Fact]
    public async Task SaveAsync_BeforeTheIdLedToAnybody_BelongsToThePersonItLeadsToSince()
    {
        await SaveAsync([new Exposure(1, "device", "a", Now)]);
        await Store.WriteAsync(Facts.Of(Facts.Person("p")) with { Owners = new Dictionary<string, string> { ["p"] = "p", ["device"] = "p" } });
        Assert.Equal([new KeptAssignment(1, 0, "a")], (await Store.Get<IPeople>().FindAsync("p", Ending))!.Kept);
        Assert.Equal(["p"], await Store.RowsAsync<string>("select person_id from exposures"));
    }

    [Fact]
    public async Task SaveAsync_Nothing_WritesNothing()
    {
        await SaveAsync([]);
        Assert.Equal((0, 0), (await Store.CountAsync("exposures"), await Store.CountAsync("outbox")));
    }

    private Task<IReadOnlySet<string>> SaveAsync(IReadOnlyList<Exposure> exposures, IReadOnlyList<MessageRequest>? messages = null) =>
        Store.Get<IExposureStore>().SaveAsync(exposures, messages ?? [], Ending);
}
