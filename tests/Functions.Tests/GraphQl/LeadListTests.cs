using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>The list of leads: filtered, sorted, and the same whatever the size of its pages.</summary>
public sealed class LeadListTests(OwnEngine engine) : IClassFixture<OwnEngine>, IAsyncLifetime
{
    private const int People = 23;

    private readonly EngineClient _client = engine.Client;

    public async ValueTask InitializeAsync()
    {
        if (engine.Store.Count("select count(*) from people") > 0) return;
        for (var i = 0; i < People; i++)
        {
            var user = $"lead-{i:00}";
            // Some have the same score, so that the order among them must come from elsewhere.
            await _client.AcceptEventsAsync("rybbit", Enumerable.Range(0, i / 3 * 4).Select(n => Sent.PageView(user, "/pricing", n + 1, $"{user}-{n}")).Append(Sent.PageView(user, "/", i + 1, $"{user}-x")));
            await _client.ScoreAsync(user);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("WARMEST")]
    [InlineData("COLDEST")]
    [InlineData("SEEN_LAST")]
    public async Task Leads_PageByPage_AreTheSameAsAtOnce(string sort)
    {
        var whole = await PageAsync($"first: 100, sort: {sort}");
        var atOnce = Ids(whole);
        Assert.Equal(People, atOnce.Count);
        Assert.False((bool)whole["pageInfo"]!["hasNextPage"]!);

        foreach (var size in new[] { 1, 5, 22, 23 })
        {
            var met = new List<string>();
            string? after = null;
            JsonNode page;
            do
            {
                page = await PageAsync($"first: {size}, sort: {sort}{(after is null ? "" : $", after: \"{after}\"")}");
                met.AddRange(Ids(page));
                after = (string?)page["pageInfo"]!["endCursor"];
            }
            while ((bool)page["pageInfo"]!["hasNextPage"]!);
            Assert.Equal(atOnce, met);
        }
    }

    [Fact]
    public async Task Leads_ByScore_AreInItsOrder()
    {
        var scores = (await PageAsync("first: 100"))["nodes"]!.AsArray().Select(node => (decimal)node!["storedScore"]!).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(scores.Distinct().Count() is > 3 and < People);
    }

    [Fact]
    public async Task Leads_Filtered_AreThoseThatFit()
    {
        var all = (await PageAsync("first: 100"))["nodes"]!.AsArray();
        foreach (var segment in new[] { "COLD_LEAD", "WARM_LEAD", "HOT_LEAD", "SALES_READY" })
        {
            var found = Ids(await PageAsync($"first: 100, segments: [{segment}]"));
            Assert.Equal(all.Where(node => (string?)node!["storedSegment"] == segment).Select(node => (string)node!["personId"]!), found);
        }

        var middle = Ids(await PageAsync("first: 100, minScore: 30, maxScore: 90, segments: [WARM_LEAD, HOT_LEAD]"));
        Assert.Equal(
            all.Where(node => (decimal)node!["storedScore"]! is >= 30 and < 80).Select(node => (string)node!["personId"]!), middle);
        Assert.Empty(Ids(await PageAsync("first: 100, minScore: 90, segments: [COLD_LEAD]")));
        Assert.Empty(Ids(await PageAsync("first: 100, seenSince: \"2099-01-01T00:00:00Z\"")));
    }

    [Fact]
    public async Task Leads_AskedForTheirPeople_AgreeWithRest()
    {
        var nodes = (await _client.AskAsync(
            "{ leads(first: 5) { nodes { personId storedScore person { userId known score { score segment receipt { factor value weight points source } } } } } }"))["leads"]!["nodes"]!;
        foreach (var node in nodes.AsArray())
        {
            var rest = await _client.ScoreAsync((string)node!["personId"]!);
            Assert.True((bool)node["person"]!["known"]!);
            Assert.Equal((decimal)rest["score"]!, (decimal)node["person"]!["score"]!["score"]!);
            Assert.Equal(
                rest["receipt"]!.AsArray().Select(line => ((string)line!["factor"]!, (decimal)line["points"]!)),
                node["person"]!["score"]!["receipt"]!.AsArray().Select(line => ((string)line!["factor"]!, (decimal)line["points"]!)));
        }
    }

    [Theory]
    [InlineData("first: 0", "first")]
    [InlineData("first: 101", "first")]
    [InlineData("minScore: 5000", "minScore")]
    public async Task Leads_OutsideTheRange_SayWhatIsAccepted(string arguments, string field)
    {
        var answer = await _client.GraphQlAsync($"{{ leads({arguments}) {{ nodes {{ personId }} }} }}", key: EngineProcess.MasterKey);
        var fault = answer.Json.AssertFault("BAD_USER_INPUT");
        Assert.Equal(field, (string?)fault["field"]);
        Assert.StartsWith("must be", (string?)fault["accepted"], StringComparison.Ordinal);
    }

    private static List<string> Ids(JsonNode page) => [.. page["nodes"]!.AsArray().Select(node => (string)node!["personId"]!)];

    private async Task<JsonNode> PageAsync(string arguments) => (await _client.AskAsync(
        $"{{ leads({arguments}) {{ nodes {{ personId storedScore storedSegment lastSeenAt }} pageInfo {{ hasNextPage endCursor }} }} }}"))["leads"]!;
}
