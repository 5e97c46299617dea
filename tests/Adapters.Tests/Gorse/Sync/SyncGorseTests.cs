using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Adapters.Tests.Gorse.Sync;

/// <summary>What Gorse knows after synchronisation, told apart by what happened before it.</summary>
public sealed class SyncGorseTests(SqliteStores stores) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Store.Now;

    private Feeding _feeding = null!;

    public async ValueTask InitializeAsync() => _feeding = await Feeding.StartAsync(stores, pageSize: 3);

    public ValueTask DisposeAsync() => _feeding.DisposeAsync();

    [Fact]
    public async Task Users_AreToldWithWhatDescribesButNotNamesThem()
    {
        var contact = ContactDetails.None with { Email = "ada@example.com", Name = "Ada", Phone = "+1", Company = "Engines", Country = "GB", Language = "en" };
        await _feeding.Store.WriteAsync(Facts.Of(Facts.Person("ada") with { Contact = contact }, Facts.Person("bob")));

        await _feeding.RunAsync();

        var users = await _feeding.Known.UsersAsync();
        Assert.Equal(["ada", "bob"], users.Keys);
        Assert.Equal("""{"country":"GB","language":"en","company":"Engines"}""", users["ada"]["Labels"]!.ToJsonString());
        Assert.Equal("", (string)users["ada"]["Comment"]!);
    }

    [Fact]
    public async Task Items_HiddenAndDeletedOnesToo_AreTold()
    {
        var item = Facts.Item("a/1", Now) with
        {
            Title = "A",
            Categories = ["x", "y"],
            Tags = ["t"],
            PublishedAt = Now.AddDays(-3),
            Attributes = new AttributeMap([KeyValuePair.Create("free", AttributeValue.True), KeyValuePair.Create("price", (AttributeValue)9.5)]),
        };
        await _feeding.Store.WriteAsync(Facts.Of(
            new ItemChange("a/1", item, Now), new ItemChange("b", Facts.Item("b", Now) with { Hidden = true }, Now), new ItemChange("c", Facts.Item("c", Now), Now)));
        await _feeding.RunAsync();
        _feeding.Store.Time.Advance(TimeSpan.FromMinutes(10));
        await _feeding.Store.WriteAsync(Facts.Of(new ItemChange("c", null, Now.AddMinutes(5))));
        await _feeding.RunAsync();

        var items = await _feeding.Known.ItemsAsync();
        Assert.Equal(["a~11", "b", "c"], items.Keys);
        Assert.Equal(
            """{"ItemId":"a~11","IsHidden":false,"Categories":["x","y"],"Timestamp":"2026-05-11T12:00:00Z","Labels":{"tags":["t"],"free":"true","price":9.5},"Comment":"A"}""",
            items["a~11"].ToJsonString());
        Assert.Equal([false, true, true], items.Values.Select(known => (bool)known["IsHidden"]!));
    }

    [Fact]
    public async Task Interests_AreToldAndPlainViewsAreNot()
    {
        await PeopleAsync("ada");
        await ViewAsync("ada", "viewed-once");
        await ViewAsync("ada", "viewed-thrice", 3);
        await ActAsync("ada", "copied", "copy");

        await _feeding.RunAsync();

        Assert.Equal(
            [("copied", 2.5), ("viewed-thrice", 3.0)],
            (await _feeding.Known.InterestsAsync()).Select(row => (row.Key.Item, row.Value.Strength)).Order());
    }

    [Fact]
    public async Task Interests_WithNewActs_AreKeptUpToDate()
    {
        await PeopleAsync("ada");
        await ViewAsync("ada", "a", 2);
        await _feeding.RunAsync();
        Assert.Empty(await _feeding.Known.InterestsAsync());

        for (var views = 3; views < 6; views++)
        {
            _feeding.Store.Time.Advance(TimeSpan.FromMinutes(5));
            await ViewAsync("ada", "a");
            await _feeding.RunAsync();

            var (strength, at) = Assert.Single(await _feeding.Known.InterestsAsync()).Value;
            Assert.InRange(strength, views - 0.01, views);
            Assert.Equal(_feeding.Store.Time.GetUtcNow(), at.AddSeconds(1), TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Run_NothingNew_TellsNothing()
    {
        await PeopleAsync("ada");
        await ActAsync("ada", "a", "copy");
        await _feeding.RunAsync();
        _feeding.Store.Time.Advance(TimeSpan.FromMinutes(5));
        await _feeding.RunAsync();

        Assert.Equal(SyncedCounts.None, await _feeding.RunAsync());
    }

    /// <summary>A row with a lower number may be seen later than one with a higher, when its transaction took longer.</summary>
    [Fact]
    public async Task Acts_ThatAppearBeforeOthersAlreadySeen_AreNotMissed()
    {
        await PeopleAsync("ada");
        await _feeding.RunAsync();
        await ActAsync("ada", "first", "copy");
        await ActAsync("ada", "second", "copy");
        await ChangeAsync("update events set id = id + 10 where item_id = 'first'");
        await _feeding.RunAsync();
        await ChangeAsync("update events set item_id = 'late', id = 1 where item_id = 'second'");

        await _feeding.RunAsync();

        Assert.Contains("late", (await _feeding.Known.InterestsAsync()).Keys.Select(key => key.Item));
    }

    [Fact]
    public async Task Merge_OfPeopleGorseKnows_LeavesOneOfThemWithAllInterests()
    {
        await PeopleAsync("visitor", "ada");
        await ActAsync("visitor", "a", "copy");
        await ViewAsync("visitor", "b", 2);
        await ViewAsync("ada", "b");
        await _feeding.RunAsync();
        Assert.Equal([("visitor", "a")], (await _feeding.Known.InterestsAsync()).Keys);

        _feeding.Store.Time.Advance(TimeSpan.FromMinutes(5));
        await _feeding.Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("visitor", "ada", "cookie")] });
        await _feeding.RunAsync();

        Assert.Equal([("ada", "a"), ("ada", "b")], (await _feeding.Known.InterestsAsync()).Keys.Order());
        Assert.Equal(["ada"], (await _feeding.Known.UsersAsync()).Keys);
    }

    [Fact]
    public async Task Merges_InAChain_LeaveTheLast()
    {
        await PeopleAsync("a", "b", "c");
        await ActAsync("a", "x", "copy");
        await _feeding.RunAsync();
        await _feeding.Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("a", "b", "1")] });
        await _feeding.Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("b", "c", "2")] });

        await _feeding.RunAsync();

        Assert.Equal([("c", "x")], (await _feeding.Known.InterestsAsync()).Keys);
        Assert.Equal(["c"], (await _feeding.Known.UsersAsync()).Keys);
    }

    [Fact]
    public async Task Deletion_OfAPerson_TakesThemOutUntilTheyComeBack()
    {
        await PeopleAsync("ada", "bob");
        await ActAsync("ada", "a", "copy");
        await ActAsync("bob", "a", "copy");
        await _feeding.RunAsync();

        _feeding.Store.Time.Advance(TimeSpan.FromMinutes(5));
        var deleted = Facts.Person("ada").WithoutCustomer(_feeding.Store.Time.GetUtcNow()) with { ChangedAt = _feeding.Store.Time.GetUtcNow() };
        await _feeding.Store.WriteAsync(Facts.Of(deleted));
        await _feeding.RunAsync();
        Assert.Equal([("bob", "a")], (await _feeding.Known.InterestsAsync()).Keys);
        Assert.Equal(["bob"], (await _feeding.Known.UsersAsync()).Keys);

        _feeding.Store.Time.Advance(TimeSpan.FromMinutes(5));
        var back = _feeding.Store.Time.GetUtcNow();
        await _feeding.Store.WriteAsync(Facts.Of(deleted.Seen(back) with { ChangedAt = back }));
        await ActAsync("ada", "b", "copy");
        await _feeding.RunAsync();
        Assert.Equal([("ada", "b"), ("bob", "a")], (await _feeding.Known.InterestsAsync()).Keys.Order());
        Assert.Equal(["ada", "bob"], (await _feeding.Known.UsersAsync()).Keys);
    }

    [Fact]
    public async Task Run_WithoutAGorse_DoesNothing()
    {
        var store = _feeding.Store;
        var sync = new SyncGorse(store.Get<IGorseSource>(), store.Get<ISyncPositions>(), Feeding.Rules, GorseSyncOptions.Default, store.Time);

        Assert.Equal(SyncedCounts.None, await sync.RunAsync(TestContext.Current.CancellationToken));
    }

    private Task<int> ChangeAsync(string sql) =>
        _feeding.Store.Database.WriteAsync(transaction => transaction.ExecuteAsync(sql), TestContext.Current.CancellationToken);

    private Task PeopleAsync(params string[] ids) => _feeding.Store.WriteAsync(Facts.Of([.. ids.Select(Facts.Person)]));

    private async Task ViewAsync(string person, string item, int times = 1)
    {
        for (var view = 0; view < times; view++) await ActAsync(person, item, ActivityTypes.PageView, view);
    }

    private Task ActAsync(string person, string item, string type, int secondsAgo = 0) =>
        _feeding.Store.WriteAsync(Facts.Of(Facts.Visit(person, _feeding.Store.Time.GetUtcNow().AddSeconds(-secondsAgo), item, type)));
}
