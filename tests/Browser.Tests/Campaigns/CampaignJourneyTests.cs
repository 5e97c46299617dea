using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Campaigns;

/// <summary>A campaign is looked at, sent, held, let go on and stopped from its page, and the page tells what the API tells.</summary>
public sealed class CampaignJourneyTests(CampaignDashboard engine, Running.Browser browser) : IClassFixture<CampaignDashboard>
{
    private const string Hostile = "<script>alert(1)</script> & \"Sons\"";

    private readonly string _group = Defined.NewKey();

    [Fact]
    public async Task Campaign_LookedAtAndSent_TellsWhatTheApiTells()
    {
        engine.ProviderTakes = 0;
        var (reached, refusing) = (await engine.PersonAsync(_group), await engine.PersonAsync(_group, consents: false));
        var campaign = await engine.CampaignAsync(Hostile, _group);
        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;

        await page.GotoAsync("/dashboard/campaigns");
        await page.GetByRole(AriaRole.Link, new() { Name = Hostile, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Hostile);
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at the audience" }).ClickAsync();
        await Assertions.Expect(page.Locator("#audience")).ToContainTextAsync("2 of ");
        await Assertions.Expect(page.Locator("#audience")).ToContainTextAsync("has not agreed to messages on this channel");
        await Assertions.Expect(page.Locator("#audience")).ToContainTextAsync(reached);
        await person.LookAsync("campaign-audience");
        Assert.Equal(0, engine.SentTo(reached));

        await person.ConfirmAsync("Send", "Send it now");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("on its way");
        var stats = await engine.StatsAsync(campaign, one => (string)one["run"]!["status"]! == "completed");
        // Without anybody asking again: the page follows.
        await Assertions.Expect(page.Locator("#now")).ToContainTextAsync("Done", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("#run-messages")).ToHaveTextAsync($"{stats["messages"]}");
        foreach (var (label, status) in new[] { ("Sent", "sent"), ("Not sent", "suppressed"), ("Waiting", "waiting"), ("Failed", "failed"), ("Stopped", "cancelled") })
            Assert.Equal((long)stats[status]!, await CountAsync(page, label));
        await Assertions.Expect(page.Locator("#reasons")).ToContainTextAsync("has not agreed");
        await person.LookAsync("campaign-sent");
        Assert.Equal((1, 0), (engine.SentTo(reached), engine.SentTo(refusing)));
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Campaign_PausedResumedAndStopped_SendsNothingMore(bool hasScript)
    {
        engine.ProviderTakes = 1500;
        for (var people = 0; people < 3; people++) await engine.PersonAsync(_group);
        for (var people = 0; people < 3; people++) await engine.PersonAsync(_group, zone: CampaignDashboard.Asleep);
        var campaign = await engine.CampaignAsync($"Slow {_group}", _group);
        await using var person = await browser.SignInAsync(engine.Address, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/campaigns/{campaign}");

        await person.ConfirmAsync("Send", "Send it now");
        await engine.StatsAsync(campaign, one => (long)one["messages"]! == 6 && (long)one["waiting"]! == 3);
        await page.ReloadAsync();
        await person.ConfirmAsync("Pause", "Hold it now");
        await Assertions.Expect(page.Locator("#now")).ToContainTextAsync("Paused");
        await person.ConfirmAsync("Resume", "Let it go on");
        await Assertions.Expect(page.Locator("#now")).ToContainTextAsync("Sending");
        await person.ConfirmAsync("Stop for good", "Stop it now");
        await Assertions.Expect(page.Locator("#now .badge").First).ToHaveTextAsync("Stopped");
        engine.ProviderTakes = 0;

        var stats = await engine.StatsAsync(campaign, one => (long)one["sending"]! == 0);
        Assert.Equal((6, 3, 0), ((long)stats["messages"]!, (long)stats["cancelled"]!, (long)stats["waiting"]!));
        await page.GotoAsync($"/dashboard/campaigns/{campaign}");
        Assert.Equal((long)stats["cancelled"]!, await CountAsync(page, "Stopped"));
        await person.LookAsync($"campaign-stopped-{hasScript}");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Page_OfNoCampaign_IsNotFound()
    {
        using var somebody = await DashboardHttp.SignInAsync(engine.Address);

        using var missing = await somebody.GetAsync("/dashboard/campaigns/999999");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
        using var refused = await somebody.SendFormAsync("/dashboard/campaigns/999999/send");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        var campaign = await engine.CampaignAsync("Nobody sent it", _group);
        using var tooEarly = await somebody.SendFormAsync($"/dashboard/campaigns/{campaign}/pause");
        Assert.Equal(System.Net.HttpStatusCode.Conflict, tooEarly.StatusCode);
    }

    private static async Task<long> CountAsync(IPage page, string label) =>
        long.Parse(await page.Locator("#now table.bars tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = label, Exact = true }) }).Locator("td.number").InnerTextAsync(),
            System.Globalization.CultureInfo.InvariantCulture);
}
