using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring;

/// <summary>Weights, windows, thresholds and signals are the site's own, from the file or from the environment.</summary>
public sealed class ScoringSettingsTests : IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly string _user = Sent.NewId();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Settings_FromTheEnvironment_OverrideTheFile()
    {
        await using var engine = await EngineProcess.StartAsync(
            _folder.Path,
            ("scoring__weights__email_opens", "0.005"), ("SCORING__WEIGHTS__EMAIL_CLICKS", "12"), ("scoring__windows_days__email_clicks", "1"),
            ("scoring__thresholds__warm_lead", "12"));
        await engine.Client.AcceptEventsAsync("cdp", Mail("email.opened", 5), Mail("email.clicked", 10), Mail("email.clicked", 60 * 25));

        var score = await engine.Client.ScoreAsync(_user);

        // 0.005 + 12, half away from zero; the click of yesterday is out of its window.
        Assert.Equal((12.01m, "warm_lead"), ((decimal)score["score"]!, (string?)score["segment"]));
    }

    [Fact]
    public async Task Score_OutOfRange_IsClampedAndSaysSo()
    {
        await using var engine = await EngineProcess.StartAsync(
            _folder.Path, ("scoring__weights__email_opens", "-100"), ("scoring__weights__email_clicks", "100"));
        var other = Sent.NewId();
        await engine.Client.AcceptEventsAsync("cdp", Mail("email.opened", 5));
        await engine.Client.AcceptEventsAsync("cdp", Enumerable.Range(0, 10).Select(_ => Mail("email.clicked", 5, other)));

        var (low, high) = (await engine.Client.ScoreAsync(_user), await engine.Client.ScoreAsync(other));

        Assert.Equal((0m, true, "cold_lead"), ((decimal)low["score"]!, (bool)low["clamped"]!, (string?)low["segment"]));
        Assert.Equal((999.99m, true, "sales_ready"), ((decimal)high["score"]!, (bool)high["clamped"]!, (string?)high["segment"]));
    }

    [Fact]
    public async Task Signals_OfAnotherSite_DecideWhatCounts()
    {
        var config = _folder.Write("site.yaml", """
            signals:
              form_submission:
                - type: [form_submit]
                  form: ["contact*"]
              pricing_visit:
                - page: ["/preise/**", "/shop/*/price"]
              demo_request:
                - event: [wants_demo]
            """);
        await using var engine = await EngineProcess.StartAsync(_folder.Path, ("PERSONALIZATION_CONFIG", config));
        await engine.Client.AcceptEventsAsync("rybbit",
            Sent.PageView(_user, "/pricing"), Sent.PageView(_user, "/preise/teams/jahr"), Sent.PageView(_user, "/shop/a/price"),
            Sent.PageView(_user, "/shop/a/b/price"),
            Form("contact-us"), Form("newsletter"), Form("demo"),
            Sent.Rybbit(_user, "custom_event", 1, null, ("event_name", "wants_demo")));
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("lead.submitted", 1, new JsonObject { ["user_id"] = _user, ["form"] = "contact" }));

        Assert.Equal(2m, await engine.Client.FactorAsync(_user, "pricing_page_visits"));
        Assert.Equal(1m, await engine.Client.FactorAsync(_user, "form_submissions"));
        Assert.Equal(1m, await engine.Client.FactorAsync(_user, "demo_request"));
    }

    private JsonObject Form(string name) =>
        Sent.Rybbit(_user, "form_submit", 1, null, ("properties", new JsonObject { ["formName"] = name }));

    private JsonObject Mail(string type, double minutesAgo, string? user = null) =>
        Sent.Cdp(type, minutesAgo, new JsonObject { ["user_id"] = user ?? _user });
}
