using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>Recommended is what the person has not seen, under whichever id they saw it, from the next answer on.</summary>
public sealed class SeenItemTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private readonly Catalogue _items = new(engine.Client);
    private readonly string _user = Sent.NewId(), _device = Sent.NewId("device");

    [Fact]
    public async Task View_OfAnItem_TakesItOutOfTheNextAnswers()
    {
        await _items.PutAsync(Enumerable.Range(0, 5));
        Assert.Equal(5, (await _items.RecommendedAsync(_user)).Count);

        for (var seen = 0; seen < 5; seen++)
        {
            await _items.ViewAsync(_user, seen);

            Assert.Equal(
                Enumerable.Range(seen + 1, 4 - seen).Select(_items.Item), (await _items.RecommendedAsync(_user)).Order(StringComparer.Ordinal));
            Assert.DoesNotContain(_items.Item(seen), await _items.DecidedAsync(_user));
        }
    }

    [Fact]
    public async Task View_LongAgo_StillCountsAsSeen()
    {
        await _items.PutAsync([1, 2]);
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, $"/blog/{_items.Item(1)}", 60 * 24 * 300));

        Assert.Equal([_items.Item(2)], await _items.RecommendedAsync(_user));
    }

    [Fact]
    public async Task Login_ItemsSeenAnonymously_AreSeenByThePerson()
    {
        await _items.PutAsync(Enumerable.Range(0, 4));
        await _items.ViewAsync(_user, 0);
        await AnonymousViewAsync(1);

        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(_user, "pageview", 1, "s", ("anonymous_id", _device), ("pathname", "/")));
        await AnonymousViewAsync(2);

        foreach (var id in (string[])[_user, _device]) Assert.Equal([_items.Item(3)], await _items.RecommendedAsync(id));
    }

    [Fact]
    public async Task Link_ItemsSeenByTheAlias_AreSeenByThePerson()
    {
        var alias = Sent.NewId("alias");
        await _items.PutAsync(Enumerable.Range(0, 3));
        await _items.ViewAsync(_user, 0);
        await _items.ViewAsync(alias, 1);

        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("identity.linked", 1, new JsonObject { ["user_id"] = _user, ["alias"] = alias }));

        foreach (var id in (string[])[_user, alias]) Assert.Equal([_items.Item(2)], await _items.RecommendedAsync(id));
    }

    [Fact]
    public async Task Login_OfABrandNewPerson_BringsTheDevicesTaste()
    {
        await _items.PutAsync(Enumerable.Range(0, 3));
        await AnonymousViewAsync(0);

        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(_user, "pageview", 1, "s", ("anonymous_id", _device), ("pathname", "/")));

        Assert.DoesNotContain(_items.Item(0), await _items.RecommendedAsync(_user));
    }

    private Task AnonymousViewAsync(int item) => engine.Client.AcceptEventsAsync(
        "rybbit", Sent.Rybbit(_device, "pageview", 5, "s", ("user_id", null), ("anonymous_id", _device), ("pathname", $"/blog/{_items.Item(item)}")));
}
