using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring;

/// <summary>lead_scores keeps a row each time a score or segment differs from the last one.</summary>
public sealed class ScoreHistoryTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private readonly string _user = Sent.NewId();

    [Fact]
    public async Task LeadScore_AskedAgain_AddsARowOnlyWhenItChanged()
    {
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, "/", 60));
        foreach (var _ in (int[])[1, 2, 3]) await engine.Client.ScoreAsync(_user);
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("email.clicked", 1, new JsonObject { ["user_id"] = _user }));
        foreach (var _ in (int[])[1, 2]) await engine.Client.ScoreAsync(_user);

        var rows = Rows(_user);

        Assert.Equal([("0.50", "cold_lead"), ("1.50", "cold_lead")], rows.Select(row => (row.Score, row.Segment)));
        var factors = JsonNode.Parse(rows[1].Factors)!;
        Assert.Equal((1m, 1m), ((decimal)factors["page_views_last_7d"]!, (decimal)factors["email_clicks"]!));
    }

    [Fact]
    public async Task LeadScore_NobodyKnown_IsNotStored()
    {
        await engine.Client.ScoreAsync(_user);

        Assert.Empty(Rows(_user));
    }

    private IReadOnlyList<(string Score, string Segment, string Factors)> Rows(string user) => engine.Store.Rows(
        "select printf('%.2f', score), segment, factors from lead_scores where user_id = $user order by id",
        row => (row.GetString(0), row.GetString(1), row.GetString(2)), ("$user", user));
}
