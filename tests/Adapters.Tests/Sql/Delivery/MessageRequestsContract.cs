using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Requests;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

public abstract class MessageRequestsContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task Take_BySeveralAtOnce_MakesOneMessageOfEachRequest()
    {
        for (var n = 1; n <= 40; n++) await AskAsync(n, n % 4 == 0 ? "crm" : "email");
        var take = new TakeMessageRequests(Store.Get<IMessageRequests>(), DeliveryOptions.Default, Store.Time);

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => take.RunAsync(Ending)));

        Assert.Equal(40, taken.Sum());
        Assert.Equal(0, await take.RunAsync(Ending));
        var made = await Store.Get<IDeliveries>().ListAsync(new DeliveryQuestion(null, 200), Ending);
        Assert.Equal((30, 30), (made.Count, made.Select(one => one.MessageId).Distinct().Count()));
        Assert.All(made, one => Assert.Equal((MessageStatus.Waiting, "t"), (one.Status, one.Template)));
        Assert.Contains(made, one => one.Source == DeliverySources.Rule);
        Assert.Contains(made, one => one.Source == DeliverySources.Crossing);
    }

    private async Task AskAsync(int n, string channel) => await Store.RowsAsync<int>(
        "insert into outbox (rule_id, person_id, channel, period, template, requested_at) values (@rule, @person, @channel, 1, 't', @at)",
        new { rule = n % 3, person = $"p{n}", channel, at = Now.ToUnixTimeMilliseconds() });
}
