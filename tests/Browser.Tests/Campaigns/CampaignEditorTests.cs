using System.Net;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Campaigns;

/// <summary>A campaign is written in the browser, sent and stopped from it, and nothing is lost on the way.</summary>
public sealed class CampaignEditorTests(CampaignDashboard engine, Running.Browser browser) : IClassFixture<CampaignDashboard>
{
    private readonly string _group = Defined.NewKey();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Campaign_IsWrittenCountedAddedAndSent(bool hasScript)
    {
        engine.ProviderTakes = 0;
        var reached = await engine.PersonAsync(_group);
        var template = await engine.TemplateAsync();
        await using var person = await browser.SignInAsync(engine.Address, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync("/dashboard/campaigns");
        await page.GetByRole(AriaRole.Link, new() { Name = "New campaign" }).ClickAsync();
        await Typed(page, "name", "Autumn <b>news</b>");
        await Typed(page, "template", template);
        await page.Locator("[name='condition.new']").SelectOptionAsync("test");
        await page.Locator("button[value='add:condition']").ClickAsync();
        await Typed(page, "condition.0.a", "traits.group");
        await Typed(page, "condition.0.v", _group);
        await page.GetByRole(AriaRole.Button, new() { Name = "Count people" }).ClickAsync();
        await Assertions.Expect(page.Locator("#audience-figures")).ToContainTextAsync("1 of ");
        await Assertions.Expect(page.Locator("#audience-figures")).ToContainTextAsync(reached);
        await Typed(page, "data", "code = AUTUMN\nrebate = 15");
        if (hasScript)
        {
            var found = await page.RunAxe();
            Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        }

        await person.LookAsync($"campaign-editor-{hasScript}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the campaign" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Autumn <b>news</b>");
        var id = long.Parse(page.Url.Split('/')[^1].Split('?')[0], System.Globalization.CultureInfo.InvariantCulture);
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"campaigns/{id}")).AssertOk().Json;
        Assert.Equal(("AUTUMN", 15), ((string?)stored["data"]!["code"], (int)stored["data"]!["rebate"]!));

        await person.ConfirmAsync("Send", "Send it now");
        await engine.StatsAsync(id, one => (string)one["run"]!["status"]! == "completed");
        Assert.Equal(1, engine.SentTo(reached));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Campaign_StoppedInTheMiddle_SendsTheRestToNobody()
    {
        const int People = 120;
        engine.ProviderTakes = 500;
        var users = new List<string>();
        for (var place = 0; place < People; place++) users.Add(await engine.PersonAsync(_group));
        var campaign = await engine.CampaignAsync("Too early", _group);
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync($"/dashboard/campaigns/{campaign}");
        await person.ConfirmAsync("Send", "Send it now");
        while (!users.Exists(user => engine.SentTo(user) > 0)) await Task.Delay(20, TestContext.Current.CancellationToken);
        await person.Page.ReloadAsync();
        await person.ConfirmAsync("Stop for good", "Stop it now");
        var stats = await engine.StatsAsync(campaign, one => (string)one["run"]!["status"]! == "cancelled" && (long)one["sending"]! == 0 && (long)one["waiting"]! == 0);
        engine.ProviderTakes = 0;

        Assert.Equal((long)stats["messages"]!, (long)stats["sent"]! + (long)stats["cancelled"]! + (long)stats["failed"]! + (long)stats["suppressed"]!);
        Assert.Equal((long)stats["sent"]!, users.Count(user => engine.SentTo(user) > 0));
        Assert.All(users, user => Assert.InRange(engine.SentTo(user), 0, 1));
        // Of what is under way, as much as is sent before the next look.
        Assert.True((long)stats["sent"]! < People, $"Nothing was left to stop: {stats.ToJsonString()}");
    }

    [Fact]
    public async Task Edit_KeepsWhatTheFormCannotShow_AndOverwritesNobody()
    {
        var id = await engine.CampaignAsync("Before", _group);
        var before = (await engine.Client.AdminAsync(HttpMethod.Get, $"campaigns/{id}")).AssertOk().Json.AsObject();
        foreach (var field in new[] { "id", "version", "created_at", "updated_at" }) before.Remove(field);
        before["data"] = new JsonObject { ["list"] = new JsonArray("a", "b"), ["code"] = "1" };
        before["schedule"] = new JsonObject { ["at"] = "2027-03-01T09:00", ["timezone"] = "recipient", ["repeat"] = "weekly" };
        (await engine.Client.AdminAsync(HttpMethod.Put, $"campaigns/{id}", before.ToJsonString())).AssertOk();

        await using var person = await browser.SignInAsync(engine.Address);
        var (page, other) = (person.Page, await person.Page.Context.NewPageAsync());
        foreach (var one in new[] { page, other }) await one.GotoAsync($"/dashboard/campaigns/{id}/edit");
        await Typed(page, "name", "After");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the campaign" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("After");
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"campaigns/{id}")).AssertOk().Json;
        Assert.Equal("""["a","b"]""", stored["data"]!["list"]!.ToJsonString());
        Assert.Equal("\"1\"", stored["data"]!["code"]!.ToJsonString());
        Assert.Equal(("weekly", "recipient"), ((string?)stored["schedule"]!["repeat"], (string?)stored["schedule"]!["timezone"]));

        await page.GotoAsync($"/dashboard/campaigns/{id}/diff?from=3&to=2");
        await Assertions.Expect(page.Locator(".diff .came")).ToContainTextAsync("Name: Before");
        await person.ConfirmAsync("Go back to version 2", "Go back now");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Before");
        await Assertions.Expect(page.Locator("#versions tbody tr")).ToHaveCountAsync(4);

        await Typed(other, "name", "Mine");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save the campaign" }).ClickAsync();
        await Assertions.Expect(other.Locator("main")).ToContainTextAsync("Nothing was overwritten");
        await Assertions.Expect(other.Locator("[name='name']")).ToHaveValueAsync("Mine");
    }

    [Theory]
    [InlineData("name", "", "is required", "f-name-fault")]
    [InlineData("template", "no-such", "is the key of no template", "f-template-fault")]
    [InlineData("at", "tomorrow", "must be a local time", "f-at-fault")]
    [InlineData("clock", "Nowhere", "must be an IANA time zone", "f-clock-fault")]
    [InlineData("hours", "x", "must be a number", "f-hours-fault")]
    [InlineData("holdout", "90", "0.5", "f-holdout-fault")]
    [InlineData("priority", "1000", "100", "f-priority-fault")]
    [InlineData("data", "nonsense", "has no equals sign", "f-data-fault")]
    public async Task Faults_AreTold_AndWhatWasTypedStays(string field, string value, string message, string place)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var fields = new Dictionary<string, string>
        {
            ["name"] = "n",
            ["template"] = await engine.TemplateAsync(),
            ["description"] = "<i>typed</i>",
            ["by"] = "clock",
            ["at"] = "2027-03-01T09:00",
            ["clock"] = "UTC",
            ["do"] = "publish",
            [field] = value,
        };
        using var answer = await http.SendFormAsync("/dashboard/campaigns/new", [.. fields.Select(one => (one.Key, one.Value))]);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{place}\"", text, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;typed&lt;/i&gt;", text, StringComparison.Ordinal);
    }

    private static Task Typed(IPage page, string field, string text) => page.Locator($"[name='{field}']").FillAsync(text);
}
