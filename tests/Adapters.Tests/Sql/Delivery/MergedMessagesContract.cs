using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

/// <summary>Two people who were to get the same message turn out to be one.</summary>
public abstract class MergedMessagesContract(IStores stores) : StoreContract(stores)
{
    private IDeliveries Deliveries => Store.Get<IDeliveries>();

    [Fact]
    public async Task Merge_BothHaveACampaignsMessage_OneIsSentAndTheOtherSaysWhy()
    {
        await PlanAsync(1, Now);
        await MergeAsync();

        Assert.Equal(["merged", null], (await ListAsync()).OrderBy(one => one.Status, StringComparer.Ordinal).Select(one => one.Reason));
        Assert.Equal("to", Assert.Single(await TakeAsync()).Message.PersonId);
    }

    [Fact]
    public async Task Merge_OneOfThemHasItAlready_TheOtherIsNotSent()
    {
        await PlanAsync(1, Now);
        var due = (await TakeAsync()).Single(one => one.Message.PersonId == "from");
        await Deliveries.ReserveAsync([due], Now, Now, _ => [Planned.Decided(due)], Ending);
        await Deliveries.RecordAsync([Planned.Sent(due)], Ending);
        await MergeAsync();

        Assert.Equal([(MessageStatus.Sent, "to"), (MessageStatus.Suppressed, "to")], (await ListAsync()).OrderBy(one => one.Status, StringComparer.Ordinal).Select(one => (one.Status, one.PersonId)));
        Assert.Single((await Deliveries.SendsAsync(["to"], Now.AddDays(-1), Ending))["to"]);
    }

    [Fact]
    public async Task Merge_WhileOneIsDecidedAbout_IsNotDecidedTwice()
    {
        await PlanAsync(1, Now);
        var taken = await TakeAsync();
        await MergeAsync();

        Assert.Single(await Deliveries.ReserveAsync(taken, Now, Now, _ => [.. taken.Select(one => Planned.Decided(one))], Ending));
    }

    private async Task PlanAsync(long campaign, DateTimeOffset due)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")));
        var runs = Store.Get<ICampaignRuns>();
        var run = (await runs.AddAsync(Planned.Run(campaign), RunStatus.Open, Now, Ending))!;
        await runs.SnapshotAsync(Planned.Page(run, "", Planned.Message(run.Key, "from", 0, due), Planned.Message(run.Key, "to", 0, due)), Now, Ending);
    }

    private Task MergeAsync() => Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("from", "to", "device")] });

    private Task<IReadOnlyList<DueMessage>> TakeAsync() => Deliveries.TakeAsync(new DueQuestion(Now, 100, TimeSpan.FromMinutes(2)), Ending);

    private Task<IReadOnlyList<DeliveryRecord>> ListAsync() => Deliveries.ListAsync(new DeliveryQuestion(null, 200), Ending);
}
