using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>Hidden, deleted, unpublished and expired items are never recommended, however popular they are.</summary>
public sealed class VisibilityTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private readonly Catalogue _items = new(engine.Client);

    public static TheoryData<string, string> Invisible => new()
    {
        { "hidden", "true" },
        { "published_at", "\"2199-01-01T00:00:00Z\"" },
        { "expires_at", "\"2020-01-01T00:00:00Z\"" },
    };

    [Theory]
    [MemberData(nameof(Invisible))]
    public async Task Item_NotToBeShown_IsShownToNobody(string field, string value)
    {
        await _items.PutAsync([0, 1]);
        await _items.PutAsync([2], (field, JsonNode.Parse(value)));
        await _items.MakePopularAsync(2, viewers: 30);

        await AssertShownAsync(_items.Item(0), _items.Item(1));
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public async Task Item_ThatMayBeShownAgain_IsShownAtOnce(string field, string value)
    {
        await _items.PutAsync([0]);
        await _items.MakePopularAsync(0, viewers: 3);
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(0), 0.5, (field, JsonNode.Parse(value))));
        await AssertShownAsync();

        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(0), 0.1));

        await AssertShownAsync(_items.Item(0));
    }

    [Fact]
    public async Task Item_Deleted_IsShownToNobodyUntilItIsBack()
    {
        await _items.PutAsync([0, 1]);
        await _items.MakePopularAsync(0, viewers: 30);

        await _items.DeleteAsync(0);
        await AssertShownAsync(_items.Item(1));

        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(0), -0.1));
        await AssertShownAsync(_items.Item(0), _items.Item(1));
    }

    [Fact]
    public async Task Item_OlderFactsArrivingLater_ChangeNothing()
    {
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(0), 10, ("hidden", true)));
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(0), 20));
        await _items.PutAsync([1]);
        await _items.DeleteAsync(1);
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(1), 5));

        await AssertShownAsync();
    }

    [Fact]
    public async Task Item_PublishedAndExpiringByTheClock_ComesAndGoesWithoutAnEvent()
    {
        var now = DateTimeOffset.UtcNow;
        await _items.PutAsync([0], ("published_at", now.AddSeconds(1.5).ToString("O")));
        await _items.PutAsync([1], ("expires_at", now.AddSeconds(1.5).ToString("O")));
        await AssertShownAsync(_items.Item(1));

        await Task.Delay(TimeSpan.FromSeconds(1.6), TestContext.Current.CancellationToken);

        await AssertShownAsync(_items.Item(0));
    }

    /// <summary>Several requests at once about the same items: what counts in the end is the newest fact, in memory as on disk.</summary>
    [Fact]
    public async Task Items_ChangedBySeveralSendersAtOnce_EndAsTheNewestFactsSay()
    {
        const int Senders = 8, Rounds = 12;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                // The newest of all facts of item n are those of sender n in the last round; they alone show it.
                var minutesAgo = 30 - round;
                await engine.Client.AcceptEventsAsync("cdp", Enumerable.Range(0, Senders).Select(item => _items.Facts(
                    _items.Item(item), item == sender ? minutesAgo : minutesAgo + 0.5, ("hidden", !(item == sender && round == Rounds - 1)))));
            }
        })));

        await AssertShownAsync([.. Enumerable.Range(0, Senders).Select(_items.Item)]);
    }

    /// <summary>To a stranger, and to somebody with a history.</summary>
    private async Task AssertShownAsync(params string[] expected)
    {
        var user = Sent.NewId();
        await _items.ViewAsync(user, 99);
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(_items.Item(99), 0, ("hidden", true)));
        foreach (var person in (string[])[Sent.NewId(), user])
        {
            Assert.Equal(expected, (await _items.RecommendedAsync(person)).Order(StringComparer.Ordinal));
            Assert.Equal(
                expected,
                (await _items.DecidedAsync(person)).Where(item => item.StartsWith(_items.Category, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }
}
