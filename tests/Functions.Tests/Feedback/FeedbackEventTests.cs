using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Feedback;

/// <summary>One reported event: its fields, and whether it belongs to a decision of this engine.</summary>
public sealed class FeedbackEventTests(SharedEngine engine, OwnEngine another) : IClassFixture<OwnEngine>
{
    [Theory]
    [InlineData("impression")]
    [InlineData("click")]
    [InlineData("conversion")]
    public async Task Event_OfASlot_IsAccepted(string type)
    {
        var answer = await engine.Client.PostAsync("/api/v1/events", Reported.Slot(type, await engine.Client.DecideAsync()).ToJsonString());

        Assert.Equal(200, answer.Status);
        answer.Json.AssertShape("accepted:number", "duplicates:number", "refused:number", "ignored:number", "results:array");
        Assert.Equal((1, 0, 0), ((int)answer.Json["accepted"]!, (int)answer.Json["duplicates"]!, (int)answer.Json["refused"]!));
        answer.Json["results"]![0].AssertShape("index:number", "event_id:string", "status:string", "field:string?", "reason:string?");
        Assert.Equal("accepted", (string?)answer.Json["results"]![0]!["status"]);
    }

    [Theory]
    [InlineData("personalize")]
    [InlineData("recommend")]
    public async Task Event_OfARecommendedItem_IsAcceptedWithAndWithoutTheListsName(string endpoint)
    {
        var (item, category) = (Sent.NewId("item"), Sent.NewId("category"));
        await engine.Client.AcceptEventsAsync("cdp", Sent.Item(item, category));
        var user = Sent.NewId();
        await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), new JsonObject { ["type"] = "pin", ["item_id"] = item }));
        var decision = (string)(await engine.Client.GetAsync($"/api/v1/{endpoint}/{user}?category={category}")).AssertOk().Json["decision_id"]!;

        var answer = await engine.Client.ReportAsync(
            Reported.Item("impression", decision, item),
            Reported.Item("click", decision, item).With("slot", "recommendations"));

        Assert.Equal(["accepted", "accepted"], answer.Statuses());
    }

    [Fact]
    public async Task Event_WithOneId_CountsOnce()
    {
        var report = Reported.Slot("impression", await engine.Client.DecideAsync()).With("event_id", Sent.NewId("event"));

        Assert.Equal(["accepted"], (await engine.Client.ReportAsync(report)).Statuses());
        Assert.Equal(["duplicate", "duplicate"], (await engine.Client.ReportAsync(report, report)).Statuses());
    }

    [Fact]
    public async Task Event_WithAnId_IsAnsweredUnderIt()
    {
        var (one, other) = (Sent.NewId("event"), Sent.NewId("event"));
        var decision = await engine.Client.DecideAsync();
        var answer = await engine.Client.ReportAsync(
            Reported.Slot("impression", decision).With("event_id", one), Reported.Slot("click", decision).With("id", other));

        Assert.Equal([one, other], answer.Json["results"]!.AsArray().Select(result => (string)result!["event_id"]!));
    }

    [Fact]
    public async Task Event_OfAForgedDecision_IsRefused()
    {
        var decision = await engine.Client.DecideAsync();
        string[] forged =
        [
            Flip(decision, 0), Flip(decision, decision.Length / 2), Flip(decision, decision.Length - 2), decision[..^4], decision + "AAAA",
            "AAAA", "not a decision", new string('A', 4096), "' or 1=1 --",
        ];

        foreach (var id in forged) (await engine.Client.ReportAsync(Reported.Slot("impression", id))).AssertProblem(400);
        foreach (var id in forged)
            (await engine.Client.PostAsync("/api/v1/events", Reported.Slot("impression", id).ToJsonString())).AssertProblem(400, "decision_id");
    }

    [Fact]
    public async Task Event_OfAnotherEnginesDecision_IsRefused() =>
        (await engine.Client.PostAsync("/api/v1/events", Reported.Slot("impression", await another.Client.DecideAsync()).ToJsonString()))
        .AssertProblem(400, "decision_id");

    [Fact]
    public async Task Event_OfWhatTheDecisionDidNotShow_IsRefused()
    {
        var decision = await engine.Client.DecideAsync(query: "slots=hero&limit=0");

        await AssertRefusedAsync(Reported.Slot("impression", decision, "banner"), "slot");
        await AssertRefusedAsync(Reported.Slot("click", decision, "nowhere"), "slot");
        await AssertRefusedAsync(Reported.Item("impression", decision, Sent.NewId("item")), "item_id");
        await AssertRefusedAsync(Reported.Slot("impression", decision).Without("slot"), "slot");
    }

    [Fact]
    public async Task Event_OfAnItemUnderASlotThatIsNotTheList_IsRefused()
    {
        var (user, item) = (Sent.NewId(), Sent.NewId("item"));
        await engine.Client.AcceptEventsAsync("cdp", Sent.Item(item));
        await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), new JsonObject { ["type"] = "pin", ["item_id"] = item }));
        var decision = await engine.Client.DecideAsync(user);

        await AssertRefusedAsync(Reported.Item("click", decision, item).With("slot", "recomendations"), "slot");
    }

    [Theory]
    [InlineData("type", "null")]
    [InlineData("type", "\"view\"")]
    [InlineData("type", "1")]
    [InlineData("decision_id", "null")]
    [InlineData("decision_id", "5")]
    [InlineData("decision_id", "\"\"")]
    [InlineData("slot", "[]")]
    [InlineData("slot", "\"01234567890123456789012345678901234567890123456789012345678901234\"")]
    [InlineData("item_id", "\" padded \"")]
    [InlineData("item_id", "{}")]
    [InlineData("goal", "\"\"")]
    [InlineData("value", "-0.01")]
    [InlineData("value", "1e400")]
    [InlineData("value", "\"5\"")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("timestamp", "4102444800000")]
    [InlineData("timestamp", "946684799999")]
    [InlineData("event_id", "\"\"")]
    [InlineData("event_id", "17")]
    public async Task Field_ThatIsWrong_IsRefusedByName(string field, string value)
    {
        var text = Reported.Slot("conversion", await engine.Client.DecideAsync()).With(field, "@").ToJsonString()
            .Replace("\"@\"", value, StringComparison.Ordinal);

        (await engine.Client.PostAsync("/api/v1/events", text)).AssertProblem(400, field);
    }

    [Theory]
    [InlineData(-4 * 60, true)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Timestamp_MayLieBehindAndABitAhead(int minutes, bool accepted)
    {
        var report = Reported.Slot("impression", await engine.Client.DecideAsync())
            .With("timestamp", DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeMilliseconds());

        if (accepted) Assert.Equal(["accepted"], (await engine.Client.ReportAsync(report)).Statuses());
        else await AssertRefusedAsync(report, "timestamp");
    }

    private static string Flip(string id, int place) => $"{id[..place]}{(id[place] == 'A' ? 'B' : 'A')}{id[(place + 1)..]}";

    private async Task AssertRefusedAsync(JsonObject report, string field) =>
        (await engine.Client.PostAsync("/api/v1/events", report.ToJsonString())).AssertProblem(400, field);
}
