using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

/// <summary>How scores and segments are answered; how they are counted is tested in Scoring.</summary>
public sealed class ScoreAnswerTests(SharedEngine engine)
{
    [Fact]
    public async Task LeadScore_Stranger_IsMarkedAndComplete()
    {
        var user = Sent.NewId();
        var answer = (await engine.Client.PostAsync($"/api/v1/lead-score/{user}")).AssertOk().Json;

        answer.AssertShape(
            "user_id:string", "person_id:string", "known:boolean", "score:number", "segment:string", "clamped:boolean",
            "receipt:array", "unused_inputs:array", "calculated_at:instant", "valid_until:instant?");
        Assert.Equal((user, false, 0m, "cold_lead"),
            ((string?)answer["person_id"], (bool)answer["known"]!, (decimal)answer["score"]!, (string?)answer["segment"]));
    }

    [Fact]
    public async Task LeadScore_Receipt_AddsUpToTheScore()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"), Sent.PageView(user, "/", 2));

        var answer = (await engine.Client.PostAsync($"/api/v1/lead-score/{user}")).AssertOk().Json;
        var receipt = answer["receipt"]!.AsArray();

        Assert.Equal(
            ["page_views_last_7d", "time_on_site_avg", "form_submissions", "pricing_page_visits", "demo_request", "email_opens", "email_clicks", "return_visits"],
            receipt.Select(line => (string)line!["factor"]!));
        Assert.All(receipt, line => line.AssertShape(
            "factor:string", "value:number", "weight:number", "points:number", "source:string", "observed_at:instant?", "age_seconds:number?"));
        // The two were made a few milliseconds apart, which shows in the minutes between them and not in the score.
        Assert.Equal((decimal)answer["score"]!, Math.Round(receipt.Sum(line => (decimal)line!["value"]! * (decimal)line["weight"]!), 2));
        Assert.Equal("rybbit", (string?)receipt[0]!["source"]);
        Assert.Equal("none", (string?)receipt[5]!["source"]);
    }

    [Fact]
    public async Task Segment_Stranger_SaysWhatIsMissingToTheNext()
    {
        var answer = (await engine.Client.GetAsync($"/api/v1/segment/{Sent.NewId()}")).AssertOk().Json;

        answer.AssertShape(
            "user_id:string", "known:boolean", "segment:string", "score:number", "next_segment:string?", "points_to_next:number?",
            "degraded:boolean", "unused_inputs:array", "calculated_at:instant", "valid_until:instant?");
        Assert.Equal(("cold_lead", "warm_lead", 20m),
            ((string?)answer["segment"], (string?)answer["next_segment"], (decimal)answer["points_to_next"]!));
    }

    [Fact]
    public async Task Segment_Warmest_HasNoNext()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, 30).Select(i => Sent.PageView(user, "/pricing", 1 + (i / 60d), "s")));

        var answer = (await engine.Client.GetAsync($"/api/v1/segment/{user}")).AssertOk().Json;

        Assert.Equal("sales_ready", (string?)answer["segment"]);
        Assert.Null(answer["next_segment"]);
        Assert.Null(answer["points_to_next"]);
    }

    [Fact]
    public async Task ScoreAndSegment_EverywhereTheSame()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, 6).Select(i => Sent.PageView(user, "/pricing", 1, "s")));

        var score = (await engine.Client.PostAsync($"/api/v1/lead-score/{user}")).AssertOk().Json;
        var segment = (await engine.Client.GetAsync($"/api/v1/segment/{user}")).AssertOk().Json;
        var decision = await engine.Client.PersonalizeAsync(user);

        foreach (var other in (IEnumerable<System.Text.Json.Nodes.JsonNode>)[segment, decision])
            Assert.Equal(((decimal)score["score"]!, (string?)score["segment"]), ((decimal)other["score"]!, (string?)other["segment"]));
    }
}
