using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Recommenders;

/// <summary>How good recommendations would have been, asked from outside.</summary>
public sealed class EvaluationTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private const string Path = "recommenders/embedded/evaluation";
    private const int People = 60, Met = 8;

    private static readonly string[] Models = ["served", "dense", "neighbours", "people", "lasting", "popular", "trending"];

    /// <summary>In one test, because each part changes what the next one finds.</summary>
    [Fact]
    public async Task Evaluation_FromNothingToSomePeople_TellsWhatItCan()
    {
        (await GetAsync()).AssertProblem(404);
        var early = (await PostAsync(null)).AssertOk().Json;
        Assert.All(Protocols(early), protocol =>
        {
            Assert.StartsWith("20 people are needed", (string)protocol["reason"]!, StringComparison.Ordinal);
            Assert.Empty(protocol["models"]!.AsArray());
        });

        await FillAsync();
        var answer = await PostAsync("""{"k": 5}""");

        Assert.Equal(["temporal", "random"], Protocols(answer.AssertOk().Json).Select(protocol => (string)protocol["protocol"]!));
        Assert.All(Protocols(answer.Json), AssertJudged);
        Assert.Equal((5, People), ((int)answer.Json["k"]!, (int)answer.Json["people"]!));
        Assert.Equal(answer.Body, (await GetAsync()).AssertOk().Body);

        var several = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync("""{"k": 50}""")));
        Assert.Contains(several, each => each.Status == 200);
        Assert.All(several.Where(each => each.Status != 200), each => each.AssertProblem(409));
        Assert.Contains(several, each => each.Status == 409);
    }

    [Theory]
    [InlineData("""{"k": 0}""", "k")]
    [InlineData("""{"k": 51}""", "k")]
    [InlineData("""{"k": "ten"}""", "k")]
    [InlineData("""{"people": 19}""", "people")]
    [InlineData("""{"people": 100001}""", "people")]
    [InlineData("""{"cores": 0}""", "cores")]
    [InlineData("""{"cores": 100000}""", "cores")]
    [InlineData("""{"protocols": []}""", "protocols")]
    [InlineData("""{"protocols": "random"}""", "protocols")]
    [InlineData("""{"protocols": ["leave-one-out"]}""", "protocols")]
    [InlineData("""{"depth": 10}""", "depth")]
    public async Task Evaluation_FaultyField_IsRefusedByName(string body, string field) => (await PostAsync(body)).AssertProblem(400, field);

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Evaluation_BodyOfAnotherKind_IsRefused(string body) => (await PostAsync(body)).AssertProblem(400);

    private static void AssertJudged(JsonNode protocol)
    {
        Assert.Null((string?)protocol["reason"]);
        Assert.InRange((int)protocol["judged_people"]!, 20, People);
        Assert.Equal(Models, protocol["models"]!.AsArray().Select(model => (string)model!["model"]!));
        foreach (var model in protocol["models"]!.AsArray())
        {
            var all = model!["everybody"]!;
            Assert.Equal((int)all["people"]!, model["bands"]!.AsArray().Sum(band => (int)band!["people"]!));
            foreach (var measure in (string[])["precision", "recall", "ndcg", "map", "hit_rate", "diversity"])
            {
                var (low, value, high) = ((double)all[measure]!["low"]!, (double)all[measure]!["value"]!, (double)all[measure]!["high"]!);
                Assert.True(low is >= 0 and <= 1 && low <= value && value <= high && high <= 1, $"{measure}: {all}");
            }

            Assert.InRange((double)all["coverage"]!, 0.01, 1);
            Assert.InRange((double)all["novelty"]!["value"]!, 0.01, Math.Log2(People));
        }
    }

    /// <summary>Each person keeps to the even or the odd items.</summary>
    private async Task FillAsync()
    {
        await engine.Client.AcceptEventsAsync("cdp", Enumerable.Range(0, 30).Select(item => Sent.Item($"item-{item}", $"c{item % 2}", 10_000)));
        await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, People).SelectMany(person => Enumerable.Range(0, Met)
            .Select(step => Sent.PageView($"p{person}", $"/blog/item-{((2 * ((person * 7) + (step * 3))) + person) % 30}", (Met - step) * 60))));
    }

    private static IEnumerable<JsonNode> Protocols(JsonNode answer) => answer["protocols"]!.AsArray().Select(protocol => protocol!);

    private Task<EngineResponse> PostAsync(string? body) => engine.Client.AdminAsync(HttpMethod.Post, Path, body);

    private Task<EngineResponse> GetAsync() => engine.Client.AdminAsync(HttpMethod.Get, Path);
}
