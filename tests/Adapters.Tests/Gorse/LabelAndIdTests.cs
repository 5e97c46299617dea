using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Sync.Gorse;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>Whatever we store, Gorse takes: one label it does not admit would have it refuse a whole batch, for ever.</summary>
public sealed class LabelAndIdTests : IAsyncLifetime
{
    private static readonly Gen<double> Number = Gen.OneOf(Gen.Double, Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity), Gen.Int.Select(n => (double)n));

    private static readonly Gen<AttributeValue> Plain = Gen.OneOf(
        Gen.Const(AttributeValue.Null), Gen.Const(AttributeValue.Missing), Gen.Bool.Select(value => (AttributeValue)value),
        Number.Select(value => (AttributeValue)value), Gen.String[Gen.Char['!', 'Ӿ'], 0, 6].Select(value => (AttributeValue)value));

    private static readonly Gen<AttributeValue> Anything = Nested(3);

    private static readonly Gen<string> Id = Gen.OneOf(
        Gen.String[Gen.Char["ab/~.%?#&+ é\\\"{}"], 1, 8], Gen.OneOf("/", ".", "..", "~", "~1", "%2F", "a/b", "😀", "../.."));

    private GorseServer _server = null!;
    private Chain _chain = null!;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await GorseServer.StartAsync();
        _chain = new Chain(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _chain.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public Task Labels_OfAnyAttributes_AreAccepted() => Maps().Array[1, 20].SampleAsync(
        async maps =>
        {
            await _chain.Gorse.PutUsersAsync([.. maps.Select((map, place) => new SyncedPerson($"p{place}", map, false, false))], Ending);
            await _chain.Gorse.PutItemsAsync([.. maps.Select((map, place) => Change($"i{place}", Chain.Item($"i{place}") with { Attributes = map }))], Ending);
        },
        iter: 50, threads: 1);

    [Fact]
    public async Task Labels_OfEachKind_KeepWhatCanBeKept()
    {
        var attributes = new AttributeMap(
        [
            Pair("text", "x"), Pair("number", 1.5), Pair("yes", true), Pair("nothing", AttributeValue.Null),
            Pair("texts", new AttributeValue[] { "a", "b" }), Pair("numbers", new AttributeValue[] { 1, 2 }),
            Pair("mixed", new AttributeValue[] { "price", 100, true, AttributeValue.Null }), Pair("empty", Array.Empty<AttributeValue>()),
            Pair("objects", new AttributeValue[] { new AttributeMap([Pair("a", 1)]), "b" }),
            Pair("object", new AttributeMap([Pair("plan", "pro"), Pair("paid", false)])),
        ]);
        await _chain.Gorse.PutUsersAsync([new SyncedPerson("ada", attributes, false, false)], Ending);

        var labels = (await _chain.ReadGorseAsync("/api/user/ada"))["Labels"]!.ToJsonString();

        Assert.Equal(
            """{"text":"x","number":1.5,"yes":"true","nothing":null,"texts":["a","b"],"numbers":[1,2],"mixed":["price","100","true"],"objects":["b"],"object":{"plan":"pro","paid":"false"}}""",
            labels);
    }

    [Fact]
    public Task Ids_OfAnyText_ComeBackAsTheyWent() => Gen.Select(Id, Id).SampleAsync(
        async (person, item) =>
        {
            _chain.Catalogue(Chain.Item(item));
            await _chain.Gorse.PutItemsAsync([Change(item, Chain.Item(item))], Ending);
            await _chain.Gorse.PutUsersAsync([new SyncedPerson(person, AttributeMap.Empty, false, false)], Ending);
            var page = await _chain.AskAsync(person, query => query with { Limit = 100 });
            Assert.Contains(page.Items, found => found.ItemId == item && found.Source == Core.Recommendations.RecommendationSource.Gorse);

            await _chain.Gorse.PutInterestsAsync([new Interest(person, item, 3, Chain.Now)], Ending);
            Assert.Single((await _chain.ReadGorseAsync("/api/feedback?n=10"))["Feedback"]!.AsArray());
            await _chain.Gorse.DeleteUsersAsync([person], Ending);
            Assert.Empty((await _chain.ReadGorseAsync("/api/feedback?n=10"))["Feedback"]!.AsArray());
        },
        iter: 25, threads: 1);

    [Fact]
    public async Task Ids_ThatGorseCannotTake_AreLeftOutAndTheOthersGo()
    {
        string[] ids = ["", new string('x', 257), new string('/', 200), "half \ud800 a pair", "zero\0", "good"];
        await _chain.Gorse.PutItemsAsync([.. ids.Select(id => Change(id, Chain.Item(id)))], Ending);

        var items = (await _chain.ReadGorseAsync("/api/items?n=100"))["Items"]!.AsArray();

        Assert.Equal("good", (string)Assert.Single(items)!["ItemId"]!);
    }

    private static ItemChange Change(string id, ItemRecord item) => new(id, item, item.UpdatedAt);

    private static KeyValuePair<string, AttributeValue> Pair(string name, AttributeValue value) => KeyValuePair.Create(name, value);

    private static Gen<AttributeMap> Maps() => Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 5], Anything)[0, 6].Select(map => new AttributeMap(map));

    private static Gen<AttributeValue> Nested(int depth) => depth == 0 ? Plain : Gen.OneOf(
        Plain,
        Nested(depth - 1).Array[0, 4].Select(values => (AttributeValue)values),
        Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 4], Nested(depth - 1))[0, 4].Select(map => (AttributeValue)new AttributeMap(map)));
}
