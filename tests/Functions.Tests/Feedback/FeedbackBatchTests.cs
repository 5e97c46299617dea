using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Feedback;

/// <summary>Several events in one request.</summary>
public sealed class FeedbackBatchTests(SharedEngine engine)
{
    [Fact]
    public async Task Batch_WithABadEvent_TakesTheOthersAndSaysWhichWasBad()
    {
        var decision = await engine.Client.DecideAsync();
        var answer = (await engine.Client.ReportAsync(
            Reported.Slot("impression", decision), Reported.Slot("impression", "forged"), Reported.Slot("click", decision))).AssertOk().Json;

        Assert.Equal((2, 0, 1), ((int)answer["accepted"]!, (int)answer["duplicates"]!, (int)answer["refused"]!));
        Assert.Equal(["accepted", "refused", "accepted"], answer["results"]!.AsArray().Select(result => (string)result!["status"]!));
        Assert.Equal([0, 1, 2], answer["results"]!.AsArray().Select(result => (int)result!["index"]!));
        Assert.Equal("decision_id", (string?)answer["results"]![1]!["field"]);
    }

    [Fact]
    public async Task Batch_AllBad_IsRefusedWithEachPlace()
    {
        var answer = await engine.Client.ReportAsync(Reported.Slot("impression", "forged"), Reported.Slot("glance", "forged"));

        answer.AssertProblem(400, "[0].decision_id");
        answer.AssertProblem(400, "[1].type");
    }

    [Fact]
    public async Task Batch_AsLines_IsTakenLineByLine()
    {
        var decision = await engine.Client.DecideAsync();
        var lines = $"{Reported.Slot("impression", decision).ToJsonString()}\nno json\n\n{Reported.Slot("click", decision).ToJsonString()}\n";

        Assert.Equal(["accepted", "refused", "accepted"], (await engine.Client.PostAsync("/api/v1/events", lines)).Statuses());
    }

    [Theory]
    [InlineData(1000, 200)]
    [InlineData(1001, 413)]
    public async Task Batch_Number_IsAtMost1000(int count, int status)
    {
        var decision = await engine.Client.DecideAsync();
        var answer = await engine.Client.ReportAsync([.. Enumerable.Repeat(Reported.Slot("impression", decision), count)]);

        Assert.Equal(status, answer.Status);
        if (status == 200) Assert.Equal(count, (int)answer.Json["accepted"]!);
        else answer.AssertProblem(413);
    }

    [Fact]
    public async Task Batch_LargerThanOneMebibyte_IsTooLarge() =>
        (await engine.Client.PostAsync("/api/v1/events", $"[{new string(' ', 1024 * 1024)}]")).AssertProblem(413);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("[{]")]
    [InlineData("nonsense")]
    public async Task Body_WithoutEvents_IsRefused(string body) => (await engine.Client.PostAsync("/api/v1/events", body)).AssertProblem(400);

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[1, null, []]")]
    public async Task Events_ThatAreNoObjects_AreRefused(string body) => (await engine.Client.PostAsync("/api/v1/events", body)).AssertProblem(400);

    [Fact]
    public async Task Refused_Event_IsKeptWithItsReasonUntilItIsReplayed()
    {
        var id = Sent.NewId("event");
        var sent = Reported.Slot("impression", "forged").With("event_id", id).ToJsonString();
        (await engine.Client.PostAsync("/api/v1/events", sent)).AssertProblem(400);
        (await engine.Client.PostAsync("/api/v1/events", sent)).AssertProblem(400);

        var kept = Assert.Single(await KeptAsync(id));
        kept.AssertShape("id:number", "source:string", "event_id:string", "field:any", "reason:string", "payload:string", "received_at:instant");
        Assert.Equal(("frontend", "decision_id", sent), ((string?)kept["source"], (string?)kept["field"], (string?)kept["payload"]));

        var replayed = (await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", $$"""{"ids": [{{kept["id"]}}]}""")).AssertOk().Json;
        replayed.AssertShape("replayed:number", "still_refused:array");
        Assert.Equal((0, id), ((int)replayed["replayed"]!, (string?)replayed["still_refused"]![0]!["event_id"]));
        Assert.Single(await KeptAsync(id));
    }

    [Fact]
    public async Task Refused_Event_DoesNotUseUpItsId()
    {
        var id = Sent.NewId("event");
        (await engine.Client.ReportAsync(Reported.Slot("impression", "forged").With("event_id", id))).AssertProblem(400);

        Assert.Equal(["accepted"], (await engine.Client.ReportAsync(
            Reported.Slot("impression", await engine.Client.DecideAsync()).With("event_id", id))).Statuses());
    }

    [Theory]
    [InlineData("""{"ids": []}""")]
    [InlineData("""{"ids": "all"}""")]
    [InlineData("""{"ids": [1.5]}""")]
    [InlineData("""{"ids": ["1"]}""")]
    [InlineData("""{"ids": [99999999999999999999]}""")]
    [InlineData("""{"identities": [1]}""")]
    public async Task Replay_OfWhatIsNoId_IsRefused(string body) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", body)).AssertProblem(400);

    [Fact]
    public async Task Replay_Number_IsAtMost1000()
    {
        var ids = Enumerable.Range(1_000_000, 1001).ToArray();

        (await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", $$"""{"ids": [{{string.Join(',', ids)}}]}""")).AssertProblem(400, "ids");
        var most = await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", $$"""{"ids": [{{string.Join(',', ids[1..])}}]}""");
        Assert.Equal(0, (int)most.AssertOk().Json["replayed"]!);
    }

    private async Task<List<JsonNode>> KeptAsync(string eventId)
    {
        var kept = new List<JsonNode>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = (await engine.Client.AdminAsync(HttpMethod.Get, $"refused-events?limit=200{cursor}")).AssertOk().Json;
            kept.AddRange(page["items"]!.AsArray().Where(one => (string?)one!["event_id"] == eventId).Select(one => one!));
            cursor = page["next_cursor"] is { } next ? $"&cursor={Uri.EscapeDataString((string)next!)}" : null;
        }

        return kept;
    }
}
