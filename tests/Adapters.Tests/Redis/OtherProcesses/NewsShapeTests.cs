using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Adapters.Redis.OtherProcesses;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Tests.Redis.OtherProcesses;

/// <summary>Processes of today and tomorrow talk on one channel for as long as its version is the same.</summary>
public sealed class NewsShapeTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly News Said = new(Noon)
    {
        People = ["ada"],
        Items = [new ItemChange("tea", Tea(), Noon), new ItemChange("gone", null, Noon)],
        Merges = [new MergedPeople("phone", "ada")],
        Interactions = [new Interaction("ada", "tea", "s", 3, Noon.AddMinutes(-1)) { IsPurchase = true }],
        Shown = [new ShownItem("tea", 3, 1)],
        Playbook = true,
    };

    private static string Sample => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Redis", "Shapes", "news-v3.json"));

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_News_StillHaveTheShapeOfTheirVersion()
    {
        await using var connection = new RedisConnection(redis.NewOptions());
        var queue = await (await connection.GetAsync()).GetSubscriber().SubscribeAsync(Channel(connection));
        await using var channel = NewsOver(connection);
        channel.Publish(Said);

        JsonObject message;
        do message = JsonNode.Parse((string)(await queue.ReadAsync(Ending)).Message!)!.AsObject();
        while ((bool)message["is_sign_of_life"]!);
        message["origin"] = "somebody";
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(Sample), message),
            $"News have another shape than before. Raise NewsMessage.Version and commit a sample of the new one:\n{message.ToJsonString()}");
    }

    [Fact]
    public async Task Read_CommittedSample_IsUnderstood()
    {
        await using var connection = new RedisConnection(redis.NewOptions());
        await using var channel = NewsOver(connection);
        await using var heard = channel.ReadAsync(Ending).GetAsyncEnumerator(Ending);
        // The first thing heard is that this process has only begun to listen.
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal((true, true, false), (heard.Current.Playbook, heard.Current.AllItems, heard.Current.AllPeople));

        var next = heard.MoveNextAsync();
        await (await connection.GetAsync()).GetSubscriber().PublishAsync(Channel(connection), Sample);
        Assert.True(await next);

        var news = heard.Current;
        Assert.Equal((Said.At, Said.Playbook, Said.AllPeople, Said.AllItems), (news.At, news.Playbook, news.AllPeople, news.AllItems));
        Assert.Equal(Said.People, news.People);
        Assert.Equal(Said.Merges, news.Merges);
        Assert.Equal(Said.Interactions, news.Interactions);
        Assert.Equal(Said.Shown, news.Shown);
        var read = news.Items[0].Item!;
        Assert.Equal(Tea() with { Categories = read.Categories, Tags = read.Tags }, read);
        Assert.Equal(["drinks"], read.Categories);
        Assert.Equal(["hot"], read.Tags);
        Assert.Equal(new ItemChange("gone", null, Noon), news.Items[1]);
    }

    private static ItemRecord Tea() => new(
        "tea", "Tea", "/blog/tea", null, null, ["drinks"], ["hot"], new AttributeMap([KeyValuePair.Create("price", (AttributeValue)2.5)]),
        false, new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), null, Noon);

    private static RedisChannel Channel(RedisConnection connection) => RedisChannel.Literal($"{connection.Options.Prefix}news:v3");

    private static RedisNews NewsOver(RedisConnection connection) => new(
        connection, new OutsideSystems(TimeProvider.System, NullLogger<OutsideSystem>.Instance), TimeProvider.System, NullLogger<RedisNews>.Instance);
}
