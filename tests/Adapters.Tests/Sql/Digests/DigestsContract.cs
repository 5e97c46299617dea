using PersonalizationEngine.Core.Delivery.Digests;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Engine.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Digests;

/// <summary>However many want to join at once, and whoever dies where: each message is in one digest, and each window becomes one.</summary>
public abstract class DigestsContract(IStores stores) : StoreContract(stores)
{
    private static readonly DigestRule Hourly = DigestRule.For(TimeSpan.FromHours(1));

    private IDigests Digests => Store.Get<IDigests>();

    private IDeliveries Deliveries => Store.Get<IDeliveries>();

    [Fact]
    public async Task Join_SixteenAtOnce_AreOneDigestWithAllOfThem()
    {
        await PlanAsync(16);
        var due = await TakeAsync(Now);
        Assert.Equal(16, due.Count);

        var joined = await Task.WhenAll(due.Select(one => Task.Run(() => JoinAsync(one, Now), Ending)));

        var digest = Assert.Single(joined.Distinct())!;
        Assert.Equal(due.Select(one => one.Message.MessageId).Order(), (await Digests.OfAsync(digest, 100, Ending)).Select(one => one.MessageId).Order());
        Assert.All(await StatesAsync("rule"), state => Assert.Equal(("suppressed", "in_digest", digest), state));
        Assert.Empty(await TakeAsync(Now.AddMinutes(59)));
        Assert.Equal(digest, Assert.Single(await TakeAsync(Now.AddHours(1))).Message.MessageId);
        Assert.Equal(1, await Store.CountAsync("digest_windows"));
    }

    [Fact]
    public async Task Join_WhileTheDigestIsSent_GoesToTheNextWindow()
    {
        await PlanAsync(2);
        var due = await TakeAsync(Now);
        var first = await JoinAsync(due[0], Now);
        // Somebody whose clock is an hour ahead sends the digest, while the other message is still to be joined to it.
        var taken = await TakeAsync(Now.AddHours(1));

        var second = await JoinAsync(taken.Single(one => one.Message.Source == DeliverySources.Rule), Now);

        Assert.Equal(first, taken.Single(one => one.Message.Source == DeliverySources.Digest).Message.MessageId);
        Assert.NotEqual(first, second);
        Assert.Single(await Digests.OfAsync(first!, 9, Ending));
        Assert.Single(await Digests.OfAsync(second!, 9, Ending));
    }

    [Fact]
    public async Task Join_ByWhoeverNoLongerHoldsTheMessage_ChangesNothing()
    {
        await PlanAsync(1);
        var late = Assert.Single(await TakeAsync(Now));
        var holder = Assert.Single(await TakeAsync(Now + DeliverLease));

        Assert.NotNull(await JoinAsync(late, Now + DeliverLease));
        Assert.Equal(0, await Store.CountAsync("digest_windows"));
        var digest = await JoinAsync(holder, Now + DeliverLease);
        Assert.Equal(digest, await JoinAsync(holder, Now + DeliverLease));
        Assert.Single(await Digests.OfAsync(digest!, 9, Ending));
    }

    [Fact]
    public async Task Join_MessageThatIsStaleBeforeTheEnd_GoesByItself()
    {
        await PlanAsync(1, Now.AddMinutes(30));

        Assert.Null(await JoinAsync(Assert.Single(await TakeAsync(Now)), Now));

        Assert.Equal((0, 0), (await Store.CountAsync("digest_windows"), await Store.CountAsync("deliveries") - 1));
    }

    private static TimeSpan DeliverLease => TimeSpan.FromMinutes(2);

    private Task<string?> JoinAsync(DueMessage due, DateTimeOffset now) => Digests.JoinAsync(
        new DigestQuestion(due, "news", now, (at, newest) => Hourly.WindowOf(due.Message.PersonId, "news", at, newest, RecipientZone.Utc), Plan), Ending);

    private static PlannedMessage Plan(DigestWindow window) => new(
        MessageIds.Of(DeliverySources.Digest, 0, window.Number, window.Id), DeliverySources.Digest, 0, window.Number, 0, window.PersonId, "digest", window.Start)
    {
        Topic = "news",
        DueAt = window.End,
        ExpiresAt = window.End.AddDays(3),
    };

    private Task<IReadOnlyList<DueMessage>> TakeAsync(DateTimeOffset now) => Deliveries.TakeAsync(new DueQuestion(now, 100, DeliverLease), Ending);

    private async Task PlanAsync(int count, DateTimeOffset? expires = null)
    {
        for (var n = 1; n <= count; n++)
        {
            await Store.RowsAsync<long>(
                "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, status, attempts, due_at, expires_at, created_at, updated_at) "
                + "values (@id, 'rule', 1, @n, 0, 'anna', 't', 50, 'waiting', 0, @at, @expires, @at, @at)",
                new { id = MessageIds.Of(DeliverySources.Rule, 1, n, "anna"), n, at = Now.ToUnixTimeMilliseconds(), expires = expires?.ToUnixTimeMilliseconds() });
        }
    }

    private async Task<IEnumerable<(string Status, string? Reason, string? Detail)>> StatesAsync(string source) =>
        (await Deliveries.ListAsync(new DeliveryQuestion(null, 100), Ending)).Where(one => one.Source == source).Select(one => (one.Status, one.Reason, one.Detail));
}
