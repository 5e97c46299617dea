using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

public abstract class TopicChoicesContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task SaveAsync_SaidTwice_TheLastWordCounts()
    {
        var choices = Store.Get<ITopicChoices>();
        await choices.SaveAsync("ada", [new("offers", "email", false), new("news", "sms", true)], Now, Ending);
        await choices.SaveAsync("ada", [new("offers", "email", true)], Now.AddSeconds(1), Ending);
        await choices.SaveAsync("bob", [new("offers", "email", false)], Now, Ending);

        var found = await choices.OfAsync(["ada", "bob", "eve"], Ending);
        Assert.Equal([new("news", "sms", true), new TopicChoice("offers", "email", true)], found["ada"].OrderBy(one => one.Topic, StringComparer.Ordinal));
        Assert.Equal([new TopicChoice("offers", "email", false)], found["bob"]);
        Assert.Empty(found["eve"]);
    }
}
