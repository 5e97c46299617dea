using System.Collections.Concurrent;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

public abstract class DeliveriesContract(IStores stores) : StoreContract(stores)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private IDeliveries Deliveries => Store.Get<IDeliveries>();

    private ICampaignRuns Runs => Store.Get<ICampaignRuns>();

    [Fact]
    public async Task Take_WhatIsTaken_IsNobodyElsesUntilTheLeaseHasRunOut()
    {
        await PlanAsync(1, "anna", "bert");

        Assert.Equal(2, (await TakeAsync(Now)).Count);
        Assert.Empty(await TakeAsync(Now + Lease - TimeSpan.FromSeconds(1)));
        Assert.Equal(2, (await TakeAsync(Now + Lease)).Count);
    }

    [Fact]
    public async Task Take_BeforeItsHour_OfAnotherPartOrOfAPausedRun_IsLeft()
    {
        var run = (await Runs.AddAsync(Planned.Run(1), RunStatus.Open, Now, Ending))!;
        await Runs.SnapshotAsync(Planned.Page(run, "", Planned.Message(run.Key, "anna"), Planned.Message(run.Key, "bert", 1), Planned.Message(run.Key, "carl", 0, Now.AddHours(1))), Now, Ending);

        Assert.Equal(["bert"], (await TakeAsync(Now, (1, 0, 1))).Select(one => one.Message.PersonId));
        Assert.True(await Runs.MoveAsync(run.Key, [RunStatus.Scheduled], RunStatus.Paused, null, Now, Ending));
        Assert.Empty(await TakeAsync(Now));
        Assert.Empty(await TakeAsync(Now, (1, 0, 0)));
        Assert.True(await Runs.MoveAsync(run.Key, [RunStatus.Paused], RunStatus.Running, null, Now, Ending));
        Assert.Equal(["anna"], (await TakeAsync(Now)).Select(one => one.Message.PersonId));
    }

    [Fact]
    public async Task Reserve_SendThatIsHeld_IsThereForTheNextOneAndFreedByFailure()
    {
        await PlanAsync(1, "anna");
        var first = Assert.Single(await TakeAsync(Now));
        Assert.Single(await Deliveries.ReserveAsync([first], Now, Now.AddDays(-1), history => [Planned.Decided(first)], Ending));

        var held = (await Deliveries.SendsAsync(["anna"], Now.AddDays(-1), Ending))["anna"];
        Assert.Equal((first.Message.MessageId, "email", Now), (held[0].Key, held[0].Channel, held[0].At));
        Assert.Equal(MessageStatus.Sending, (await ListAsync()).Single().Status);

        await Deliveries.RecordAsync([new MessageOutcome(first, MessageStatus.Failed, "refused", Now)], Ending);
        Assert.Empty(await Deliveries.SendsAsync(["anna"], Now.AddDays(-1), Ending));
        Assert.Equal((MessageStatus.Failed, "refused"), ((await ListAsync()).Single().Status, (await ListAsync()).Single().Reason));
    }

    [Fact]
    public async Task Reserve_MessageThatSomebodyElseTook_IsNotDecidedAgain()
    {
        await PlanAsync(1, "anna");
        var late = Assert.Single(await TakeAsync(Now));
        var again = Assert.Single(await TakeAsync(Now + Lease));

        Assert.Empty(await Deliveries.ReserveAsync([late], Now + Lease, Now, _ => [Planned.Decided(late)], Ending));
        Assert.Single(await Deliveries.ReserveAsync([again], Now + Lease, Now, _ => [Planned.Decided(again)], Ending));
        await Deliveries.RecordAsync([Planned.Sent(late)], Ending);
        Assert.Equal(MessageStatus.Sending, (await ListAsync()).Single().Status);
        await Deliveries.RecordAsync([Planned.Sent(again)], Ending);
        Assert.Equal(MessageStatus.Sent, (await ListAsync()).Single().Status);
        await Deliveries.RecordAsync([new MessageOutcome(again, MessageStatus.Failed, "late", Now)], Ending);
        Assert.Equal(MessageStatus.Sent, (await ListAsync()).Single().Status);
    }

    [Fact]
    public async Task Reserve_HeldAndSuppressed_AreStoredWithTheirReasonAndGiveTheLeaseBack()
    {
        await PlanAsync(1, "anna", "bert");
        var taken = await TakeAsync(Now);
        var decided = await Deliveries.ReserveAsync(
            taken, Now, Now,
            _ => [Planned.Decided(taken[0], RoutingAction.HoldUntil, RoutingReason.QuietHours), Planned.Decided(taken[1], RoutingAction.Suppress, RoutingReason.NoConsent)], Ending);

        Assert.Equal(2, decided.Count);
        Assert.Equal(("quiet_hours", Now.AddHours(8)), (await ListAsync(MessageStatus.Waiting)).Select(one => (one.Reason, one.DueAt)).Single());
        Assert.Equal("no_consent", (await ListAsync(MessageStatus.Suppressed)).Single().Reason);
        Assert.Empty(await TakeAsync(Now.AddHours(7)));
        Assert.Single(await TakeAsync(Now.AddHours(8)));
    }

    /// <summary>Sixteen at once decide about messages to the same people, each with a send or two left.</summary>
    [Fact]
    public async Task Reserve_BySixteenAtOnce_NeverGivesAnybodyMoreThanTheCap()
    {
        const int Workers = 16, Cap = 3;
        string[] people = ["anna", "bert", "carl", "dora"];
        for (var campaign = 1; campaign <= Workers; campaign++) await PlanAsync(campaign, people);
        var seen = new ConcurrentBag<int>();

        await Parallel.ForEachAsync(Enumerable.Range(1, Workers), new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = Ending }, async (campaign, token) =>
        {
            var due = await Deliveries.TakeAsync(new DueQuestion(Now, 10, Lease) { Of = (campaign, 0, 0) }, token);
            await Deliveries.ReserveAsync(
                due, Now, Now.AddDays(-1),
                history =>
                [
                    .. due.Select(one =>
                    {
                        var count = history.GetValueOrDefault(one.Message.PersonId)?.Count ?? 0;
                        seen.Add(count);
                        return count < Cap ? Planned.Decided(one) : Planned.Decided(one, RoutingAction.Suppress, RoutingReason.Capped);
                    }),
                ],
                token);
            await Deliveries.RecordAsync([.. due.Where((_, index) => index % 2 == 0).Select(one => Planned.Sent(one))], token);
        });

        var sends = await Deliveries.SendsAsync(people, Now.AddDays(-1), Ending);
        Assert.All(people, person => Assert.Equal(Cap, sends[person].Count));
        Assert.Equal(Cap, seen.Max());
        Assert.Equal(people.Length * (Workers - Cap), (await ListAsync(MessageStatus.Suppressed)).Count);
    }

    [Fact]
    public async Task Replay_DeadLetter_WaitsAgainAsIfNew()
    {
        await PlanAsync(1, "anna", "bert");
        var taken = await TakeAsync(Now);
        await Deliveries.RecordAsync([.. taken.Select(one => new MessageOutcome(one, MessageStatus.Failed, "gave_up", Now) { Attempts = 24 })], Ending);

        Assert.Equal(0, await Deliveries.ReplayAsync("msg_unknown", null, Now, Ending));
        Assert.Equal(1, await Deliveries.ReplayAsync(taken[0].Message.MessageId, null, Now.AddDays(9), Ending));
        Assert.Equal(0, await Deliveries.ReplayAsync(null, Now.AddHours(1), Now, Ending));
        Assert.Equal(1, await Deliveries.ReplayAsync(null, Now, Now.AddDays(9), Ending));
        var again = await TakeAsync(Now.AddDays(9));
        Assert.All(again, one => Assert.Equal((0, true), (one.Attempts, one.Message.ExpiresAt > Now.AddDays(9))));
        Assert.Equal(2, again.Count);
    }

    [Fact]
    public async Task List_ByWhatIsAsked_PageByPage()
    {
        await PlanAsync(1, "anna", "bert");
        await PlanAsync(2, "anna");

        var newest = await Deliveries.ListAsync(new DeliveryQuestion(null, 2), Ending);
        Assert.Equal(2, newest.Count);
        Assert.Single(await Deliveries.ListAsync(new DeliveryQuestion(newest[^1].Id, 2), Ending));
        Assert.Equal(2, (await Deliveries.ListAsync(new DeliveryQuestion(null, 9) { PersonId = "anna" }, Ending)).Count);
        Assert.Equal("anna", (await Deliveries.ListAsync(new DeliveryQuestion(null, 9) { CampaignId = 2 }, Ending)).Single().PersonId);
        Assert.Empty(await Deliveries.ListAsync(new DeliveryQuestion(null, 9) { Status = MessageStatus.Sent }, Ending));
    }

    private Task<IReadOnlyList<DueMessage>> TakeAsync(DateTimeOffset at, (long, long, int)? of = null) =>
        Deliveries.TakeAsync(new DueQuestion(at, 100, Lease) { Of = of }, Ending);

    private Task<IReadOnlyList<DeliveryRecord>> ListAsync(string? status = null) =>
        Deliveries.ListAsync(new DeliveryQuestion(null, 200) { Status = status }, Ending);

    private async Task PlanAsync(long campaign, params string[] people)
    {
        var run = (await Runs.AddAsync(Planned.Run(campaign), RunStatus.Open, Now, Ending))!;
        await Runs.SnapshotAsync(Planned.Page(run, "", [.. people.Select(person => Planned.Message(run.Key, person))]), Now, Ending);
    }
}
