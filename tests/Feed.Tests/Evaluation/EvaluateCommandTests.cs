using System.Text.Json.Nodes;
using Feed.Tests.Receiver;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Feed.Tests.Evaluation;

public sealed class EvaluateCommandTests
{
    private const string Answer = """
        {"started_at": "2026-06-17T11:30:00+00:00", "seconds": 2.21, "k": 5, "people": 1985, "items": 300, "pairs": 34549, "protocols": [
          {"protocol": "temporal", "reason": null, "as_of": "2026-06-12T08:15:00+00:00", "able_people": 1700, "judged_people": 700,
           "learnt_pairs": 27639, "hidden_pairs": 6910, "unknown_pairs": 61, "models": [
             {"model": "served",
              "everybody": {"from_items": null, "to_items": null, "people": 700, "recall": {"value": 0.3271, "low": 0.3062, "high": 0.3488},
                "ndcg": {"value": 0.378, "low": 0.357, "high": 0.4}, "map": {"value": 0.2, "low": 0.19, "high": 0.21},
                "hit_rate": {"value": 1, "low": 1, "high": 1}, "precision": {"value": 0.25, "low": 0.2, "high": 0.3},
                "coverage": 0.7821, "novelty": {"value": 3.504, "low": 3.4, "high": 3.6}, "diversity": {"value": 0.81, "low": 0.8, "high": 0.82}},
              "bands": [{"from_items": 1, "to_items": 1, "people": 4, "ndcg": {"value": 0.21, "low": null, "high": null}},
                        {"from_items": 2, "to_items": 3, "people": 96, "ndcg": {"value": 0.25, "low": 0.2, "high": 0.3}},
                        {"from_items": 35, "to_items": null, "people": 600, "ndcg": {"value": 0.5, "low": 0.4, "high": 0.6}}]},
             {"model": "people",
              "everybody": {"from_items": null, "to_items": null, "people": 700, "recall": {"value": 0, "low": 0, "high": 0},
                "ndcg": {"value": 0, "low": 0, "high": 0}, "map": {"value": 0, "low": 0, "high": 0},
                "hit_rate": {"value": 0, "low": 0, "high": 0}, "precision": {"value": 0, "low": 0, "high": 0},
                "coverage": 0, "novelty": null, "diversity": null},
              "bands": [{"from_items": 1, "to_items": 1, "people": 4, "ndcg": {"value": 0, "low": null, "high": null}},
                        {"from_items": 2, "to_items": 3, "people": 96, "ndcg": {"value": 0, "low": 0, "high": 0}},
                        {"from_items": 35, "to_items": null, "people": 600, "ndcg": {"value": 0, "low": 0, "high": 0}}]}]},
          {"protocol": "random", "reason": "20 people are needed.", "as_of": "2026-06-17T11:30:00+00:00", "able_people": 3, "judged_people": 0,
           "learnt_pairs": 9, "hidden_pairs": 3, "unknown_pairs": 0, "models": []}]}
        """;

    private const string Text = """
        1,985 people, 300 items, 34,549 pairs of person and item; evaluated in 2.2 s.

        TEMPORAL: hidden is what was met from 2026-06-12 08:15 UTC on, the last fifth.
        700 of 1,700 people judged; 27,639 pairs learnt, 6,910 hidden, 61 of these left out: their items could not be shown then.

        model          recall@5           nDCG@5            MAP@5  hit rate@5  precision@5  coverage  novelty  diversity
        served  0.327 .306-.349  0.378 .357-.400  0.200 .190-.210       1.000        0.250     0.782     3.50      0.810
        people  0.000 .000-.000  0.000 .000-.000  0.000 .000-.000       0.000        0.000     0.000        -          -

        nDCG@5 by how many items people had met:
        items       1              2-3              35+
        people      4               96              600
        served  0.210  0.250 .200-.300  0.500 .400-.600
        people  0.000  0.000 .000-.000  0.000 .000-.000

        RANDOM: hidden is a fifth of each history, from anywhere in it.
        Nobody was judged: 20 people are needed.

        Ranges are 95 % intervals. These are figures of the past: people could only meet what they found or were shown.

        """;

    private readonly List<string> _asked = [];

    [Fact]
    public async Task Evaluate_AnswerOfTheEngine_IsPrintedInColumns()
    {
        await using var engine = await ReceivingEngine.StartAsync(Map);

        var run = await RunAsync(engine, "--k 5 --people 700 --protocol temporal");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(Text, run.Output.ReplaceLineEndings("\n"));
        Assert.Equal(["""{"k":5,"people":700,"protocols":["temporal"]}"""], _asked);
    }

    [Fact]
    public async Task Evaluate_Json_IsTheAnswerItself()
    {
        await using var engine = await ReceivingEngine.StartAsync(Map);

        var run = await RunAsync(engine, "--json");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Answer), JsonNode.Parse(run.Output)), run.Output);
        Assert.Equal(["""{"k":10,"people":2000}"""], _asked);
    }

    [Fact]
    public async Task Evaluate_WrongKey_SaysWhatTheEngineSaid()
    {
        await using var engine = await ReceivingEngine.StartAsync(Map);

        var run = await FeedProgram.RunAsync(["evaluate", "--url", engine.Url.ToString(), "--master-key", "another"]);

        Assert.Equal(1, run.Code);
        Assert.EndsWith($": 401 no such key{Environment.NewLine}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", "--master-key")]
    [InlineData("evaluate --k 51", "--k must be between 1 and 50")]
    [InlineData("evaluate --people 19", "--people must be between 20 and")]
    [InlineData("evaluate --protocol yearly", "'yearly'")]
    [InlineData("evaluate --keys nowhere.json", "nowhere.json cannot be read")]
    public async Task Evaluate_Mistake_IsToldInOneLine(string line, string expected)
    {
        var run = await FeedProgram.RunAsync(line.Split(' '));

        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(ReceivingEngine engine, string options) => FeedProgram.RunAsync(
        ["evaluate", "--url", engine.Url.ToString(), "--master-key", AdminDouble.MasterKey, .. options.Split(' ')]);

    private void Map(WebApplication application) => application.MapPost(
        "/api/v1/admin/recommenders/embedded/evaluation",
        (HttpContext context, JsonObject question) =>
        {
            if (context.Request.Headers["x-functions-key"] != AdminDouble.MasterKey) return Results.Problem("no such key", statusCode: 401);
            _asked.Add(question.ToJsonString());
            return Results.Text(Answer, "application/json");
        });
}
