using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>Which item an event is about: a property of the event goes before the path of the page.</summary>
public sealed class ItemOfEventTests(SharedEngine engine)
{
    private readonly Catalogue _items = new(engine.Client);
    private readonly string _user = Sent.NewId();

    [Theory]
    [InlineData("/blog/ITEM")]
    [InlineData("/blog/ITEM/")]
    [InlineData("/guides/ITEM")]
    [InlineData("/webinars/ITEM")]
    [InlineData("/case-studies/ITEM")]
    [InlineData("/product/ITEM")]
    public async Task Path_OfAnItem_IsAboutIt(string path) => Assert.Equal([1], await UnseenAfterAsync(Sent.Rybbit(
        _user, "pageview", 1, null, ("pathname", path.Replace("ITEM", _items.Item(0), StringComparison.Ordinal)))));

    [Theory]
    [InlineData("/ITEM")]
    [InlineData("/blog/ITEM/comments")]
    [InlineData("/en/blog/ITEM")]
    [InlineData("/blog")]
    [InlineData("/blogs/ITEM")]
    public async Task Path_OfAnotherPage_IsAboutNoItem(string path) => Assert.Equal([0, 1], await UnseenAfterAsync(Sent.Rybbit(
        _user, "pageview", 1, null, ("pathname", path.Replace("ITEM", _items.Item(0), StringComparison.Ordinal)))));

    [Theory]
    [InlineData("button_click", true)]
    [InlineData("outbound", false)]
    [InlineData("copy", true)]
    [InlineData("form_submit", false)]
    public async Task Property_OfAnEvent_IsTheItemAsObjectOrText(string type, bool asText)
    {
        var properties = new JsonObject { ["item_id"] = _items.Item(1) };

        var unseen = await UnseenAfterAsync(Sent.Rybbit(
            _user, type, 1, null, ("pathname", "/"), ("properties", asText ? properties.ToJsonString() : properties)));

        Assert.Equal([0], unseen);
    }

    [Fact]
    public async Task PropertyAndPath_BothTellAnItem_ThePropertyCounts() => Assert.Equal([0], await UnseenAfterAsync(Sent.Rybbit(
        _user, "pageview", 1, null, ("pathname", $"/blog/{_items.Item(0)}"), ("properties", new JsonObject { ["item_id"] = _items.Item(1) }))));

    [Fact]
    public async Task Path_PercentEncoded_IsTheDecodedItem()
    {
        var odd = $"{_items.Item(7)} ä/1";
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(odd, 1));

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, $"/blog/{Uri.EscapeDataString(odd)}"));

        Assert.DoesNotContain(odd, await _items.RecommendedAsync(_user));
        Assert.Contains(odd, await _items.RecommendedAsync(Sent.NewId()));
    }

    /// <summary>Which of items 0 and 1 are still recommended.</summary>
    private async Task<IReadOnlyList<int>> UnseenAfterAsync(JsonObject sent)
    {
        await _items.PutAsync([0, 1]);
        await engine.Client.AcceptEventsAsync("rybbit", sent);
        var recommended = await _items.RecommendedAsync(_user);
        return [.. Enumerable.Range(0, 2).Where(number => recommended.Contains(_items.Item(number)))];
    }
}
