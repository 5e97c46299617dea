using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>One object, an array, or NDJSON; one bad event never fails the others.</summary>
public sealed class BatchShapeTests(SharedEngine engine)
{
    private readonly string _user = Sent.NewId();

    private string Good => Sent.PageView(_user, "/").ToJsonString();

    [Fact]
    public async Task Post_OneObject_IsOneEvent() => AssertCounts(await SendAsync(Good), accepted: 1);

    [Fact]
    public async Task Post_ObjectOverSeveralLines_IsOneEvent() => AssertCounts(await SendAsync($"\n{Pretty(Good)}\n\n"), accepted: 1);

    [Fact]
    public async Task Post_Array_IsOneEventAnElement() => AssertCounts(await SendAsync($" [{Good},\n{Pretty(Good)}] "), accepted: 2);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n  \n")]
    [InlineData("\r\n\t\r\n")]
    public async Task Post_Ndjson_IsOneEventALine(string separator)
    {
        AssertCounts(await SendAsync(string.Join(separator, Good, Good, Good)), accepted: 3);
        AssertCounts(await SendAsync(separator + string.Join(separator, Good, Good) + separator), accepted: 2);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":")]
    [InlineData("{\"type\": \"pageview\"} trailing")]
    [InlineData("{\"type\": nul}")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    public async Task Post_NdjsonWithABadLine_RefusesThatLineAlone(string bad)
    {
        foreach (var place in (int[])[1, 2])
        {
            List<string> lines = [Good, Good];
            lines.Insert(place, bad);

            var answer = AssertCounts(await SendAsync(string.Join('\n', lines)), accepted: 2, refused: 1);

            AssertRefused(answer["results"]![place]!, place);
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":")]
    [InlineData("{\"type\": \"pageview\"")]
    [InlineData("null")]
    public async Task Post_NdjsonWithABadFirstLine_RefusesThatLineAlone(string bad)
    {
        var answer = AssertCounts(await SendAsync($"{bad}\n{Good}\n{Good}"), accepted: 2, refused: 1);

        AssertRefused(answer["results"]![0]!, 0);
    }

    [Fact]
    public async Task Post_ArrayWithABadElement_RefusesThatElementAlone()
    {
        var answer = AssertCounts(
            await SendAsync($"[null, {Good}, 5, [{Good}], {{}}, {Good}, \"x\"]"), accepted: 2, refused: 5);

        foreach (var place in (int[])[0, 2, 3, 4, 6]) AssertRefused(answer["results"]![place]!, place);
    }

    [Fact]
    public async Task Post_Batch_AnswersEventByEventInOrder()
    {
        var (first, bad) = (Sent.PageView(_user, "/"), Sent.PageView(_user, new string('x', 2049)));
        first["event_id"] = Sent.NewId("event");

        var answer = await SendAsync(new JsonArray(first, bad, first.DeepClone()).ToJsonString(), "msg_order" + _user);

        var expected = JsonNode.Parse($$"""
            {
              "accepted": 1, "duplicates": 1, "refused": 1, "ignored": 0,
              "results": [
                { "index": 0, "event_id": "{{first["event_id"]}}", "status": "accepted", "field": null, "reason": null },
                { "index": 1, "event_id": "msg_order{{_user}}#1", "status": "refused", "field": "pathname" },
                { "index": 2, "event_id": "{{first["event_id"]}}", "status": "duplicate", "field": null, "reason": null }
              ]
            }
            """)!;
        Assert.Contains("2048", (string?)answer.Json["results"]![1]!["reason"], StringComparison.Ordinal);
        var shown = answer.Json;
        shown["results"]![1]!.AsObject().Remove("reason");
        Assert.True(JsonNode.DeepEquals(expected, shown), shown.ToJsonString());
    }

    [Fact]
    public async Task Post_EveryEventRefused_Is400NamingPlaceAndField()
    {
        var bad = new JsonObject { ["type"] = "pageview", ["user_id"] = _user };
        var unknown = new JsonObject { ["type"] = "walk", ["site_id"] = "1", ["user_id"] = _user };

        (await SendAsync(bad.ToJsonString())).AssertProblem(400, "site_id");
        var both = await SendAsync(new JsonArray(bad, unknown).ToJsonString());
        both.AssertProblem(400, "[0].site_id");
        both.AssertProblem(400, "[1].type");
    }

    private static void AssertRefused(JsonNode result, int place)
    {
        Assert.Equal((place, "refused"), ((int)result["index"]!, (string?)result["status"]));
        Assert.NotEmpty((string)result["reason"]!);
    }

    private static JsonNode AssertCounts(EngineResponse answer, int accepted, int refused = 0)
    {
        Assert.True(answer.Status == 200, answer.Body);
        Assert.Equal((accepted, refused), ((int)answer.Json["accepted"]!, (int)answer.Json["refused"]!));
        return answer.Json;
    }

    private static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true });

    private Task<EngineResponse> SendAsync(string body, string? messageId = null) => engine.Client.SendEventsAsync("rybbit", body, messageId);
}
