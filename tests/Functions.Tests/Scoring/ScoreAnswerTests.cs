using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring;

/// <summary>What the answers about a score say.</summary>
public sealed class ScoreAnswerTests(SharedEngine engine)
{
    private static readonly Dictionary<string, decimal> Weights = new()
    {
        ["page_views_last_7d"] = 0.5m,
        ["time_on_site_avg"] = 1.0m,
        ["form_submissions"] = 5.0m,
        ["pricing_page_visits"] = 3.0m,
        ["demo_request"] = 10.0m,
        ["email_opens"] = 0.5m,
        ["email_clicks"] = 1.0m,
        ["return_visits"] = 2.0m,
    };

    private readonly string _user = Sent.NewId();

    [Fact]
    public async Task LeadScore_NobodyKnown_IsZeroAndCold()
    {
        var score = await engine.Client.ScoreAsync(_user);

        Assert.Equal((false, 0m, "cold_lead", false), ((bool)score["known"]!, (decimal)score["score"]!, (string?)score["segment"], (bool)score["clamped"]!));
        Assert.Equal(Weights.Keys.Order(), score["receipt"]!.AsArray().Select(line => (string)line!["factor"]!).Order());
        Assert.All(score["receipt"]!.AsArray(), line => Assert.Equal((0m, "none"), ((decimal)line!["value"]!, (string?)line["source"])));
        Assert.Null(score["valid_until"]);
    }

    [Fact]
    public async Task LeadScore_Receipt_AddsUpAndTellsSourceAndAge()
    {
        await engine.Client.AcceptEventsAsync("rybbit",
            Sent.PageView(_user, "/pricing", 90, "a"), Sent.PageView(_user, "/", 84, "a"), Sent.PageView(_user, "/", 10, "b"),
            Sent.Rybbit(_user, "form_submit", 9, "b", ("properties", new JsonObject { ["formName"] = "contact" })));
        await engine.Client.AcceptEventsAsync("cdp",
            Sent.Cdp("email.opened", 30, new JsonObject { ["user_id"] = _user }),
            Sent.Cdp("lead.submitted", 20, new JsonObject { ["user_id"] = _user, ["form"] = "contact" }));

        var score = await engine.Client.ScoreAsync(_user);

        var lines = score["receipt"]!.AsArray().ToDictionary(line => (string)line!["factor"]!, line => line!);
        Assert.All(lines, line => Assert.Equal(Weights[line.Key], (decimal)line.Value["weight"]!));
        Assert.All(lines.Values, line => Assert.Equal((decimal)line["value"]! * (decimal)line["weight"]!, (decimal)line["points"]!));
        Assert.Equal(lines.Values.Sum(line => (decimal)line["points"]!), (decimal)score["score"]!);
        Assert.Equal(
            ("rybbit", "rybbit+cdp", "cdp", "none"),
            (Source("pricing_page_visits"), Source("form_submissions"), Source("email_opens"), Source("demo_request")));
        Assert.InRange((double)lines["email_opens"]["age_seconds"]!, 29 * 60, 32 * 60);
        Assert.Equal((3m, 3.5m, 2m, 1m, 1m), (Value("page_views_last_7d"), Value("time_on_site_avg"), Value("form_submissions"),
            Value("pricing_page_visits"), Value("return_visits")));

        string? Source(string factor) => (string?)lines[factor]["source"];
        decimal Value(string factor) => (decimal)lines[factor]["value"]!;
    }

    [Theory]
    [InlineData(39, 0, "cold_lead", "warm_lead", 0.5)]
    [InlineData(40, 0, "warm_lead", "hot_lead", 30.0)]
    [InlineData(38, 30, "warm_lead", "hot_lead", 1.0)]
    [InlineData(40, 30, "hot_lead", "sales_ready", 30.0)]
    [InlineData(42, 58, "hot_lead", "sales_ready", 1.0)]
    [InlineData(44, 58, "sales_ready", null, null)]
    public async Task Segment_AtItsThreshold_BelongsToTheWarmerOne(int views, int clicks, string segment, string? next, double? missing)
    {
        var now = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds();
        await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, views).Select(_ => At(Sent.PageView(_user, "/"), now)));
        if (clicks > 0)
        {
            await engine.Client.AcceptEventsAsync("cdp",
                Enumerable.Range(0, clicks).Select(_ => Sent.Cdp("email.clicked", 5, new JsonObject { ["user_id"] = _user })));
        }

        var answer = (await engine.Client.GetAsync($"/api/v1/segment/{_user}")).AssertOk().Json;

        Assert.Equal((segment, next, missing), ((string?)answer["segment"], (string?)answer["next_segment"], (double?)answer["points_to_next"]));
        Assert.Equal(segment, (string?)(await engine.Client.ScoreAsync(_user))["segment"]);
        Assert.Equal(segment, (string?)(await engine.Client.PersonalizeAsync(_user))["segment"]);
    }

    [Fact]
    public async Task ValidUntil_OldestPageView_IsWhenItLeavesItsWindow()
    {
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("email.opened", 60, new JsonObject { ["user_id"] = _user }));

        var until = (DateTimeOffset)(await engine.Client.ScoreAsync(_user))["valid_until"]!;

        Assert.InRange(until, DateTimeOffset.UtcNow.AddDays(30).AddMinutes(-62), DateTimeOffset.UtcNow.AddDays(30).AddMinutes(-59));
    }

    [Fact]
    public async Task ValidUntil_EventALittleAhead_IsWhenItBeginsToCount()
    {
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, "/", minutesAgo: -3));

        var score = await engine.Client.ScoreAsync(_user);

        Assert.Equal(0m, (decimal)score["score"]!);
        Assert.InRange((DateTimeOffset)score["valid_until"]!, DateTimeOffset.UtcNow.AddMinutes(2), DateTimeOffset.UtcNow.AddMinutes(3));
    }

    private static JsonObject At(JsonObject sent, long milliseconds)
    {
        sent["timestamp"] = milliseconds;
        return sent;
    }
}
