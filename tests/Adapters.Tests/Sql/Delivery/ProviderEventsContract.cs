using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

public abstract class ProviderEventsContract(IStores stores) : StoreContract(stores)
{
    private IProviderEvents Events => Store.Get<IProviderEvents>();

    [Fact]
    public async Task SaveAsync_Instants_AreWrittenOnceAndEventsCountAsTaken()
    {
        await SendAsync("msg_1", "p-1");
        await Events.SaveAsync(["e1"], [new MessageNews("msg_1") { DeliveredAt = Now }], [], [], Now, Ending);
        await Events.SaveAsync(["e1", "e2"], [new MessageNews("msg_1") { DeliveredAt = Now.AddDays(1), OpenedAt = Now.AddDays(2) }], [], [], Now, Ending);

        Assert.Equal(
            [$"{Now.ToUnixTimeMilliseconds()} {Now.AddDays(2).ToUnixTimeMilliseconds()}"],
            (await Store.RowsAsync<(long, long)>("select delivered_at, opened_at from deliveries")).Select(row => $"{row.Item1} {row.Item2}"));
        Assert.Equal(["e1", "e2"], (await Events.TakenAsync(["e1", "e2", "e3"], Ending)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MessagesAsync_ByEitherId_FindsThem()
    {
        await SendAsync("msg_1", "p-1");
        await SendAsync("msg_2", "p-2");

        var found = await Events.MessagesAsync(["msg_1", "msg_9"], ["p-2", "p-9"], Ending);

        Assert.Equal([new("msg_1", "p-1", "ada", "email", null), new KnownMessage("msg_2", "p-2", "ada", "email", null)], found.OrderBy(one => one.MessageId, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SaveAsync_AddressLifted_IsOnlyWhenThePersonLeft()
    {
        ChannelAddress one = new("sms", "+4915112345678"), other = new("sms", "+4915112345679");
        await Events.SaveAsync([], [], [new(one, SuppressionReasons.Stop, null, null, "provider", Now), new(other, SuppressionReasons.Bounce, null, null, "provider", Now)], [], Now, Ending);
        await Events.SaveAsync([], [], [], [one, other], Now, Ending);

        Assert.Equal([other], (await Store.Get<ISuppressions>().OfAsync([one, other], Now, Ending)).Keys);
    }

    private Task<int> SendAsync(string message, string provider) => Store.Database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, status, channel, provider_id, attempts, due_at, created_at, updated_at) "
            + "values (@message, 'campaign', 1, 0, 0, 'ada', 't', 0, 'sent', 'email', @provider, 1, 0, 0, 0)",
            new { message, provider }),
        Ending);
}
