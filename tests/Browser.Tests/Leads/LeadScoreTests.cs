using System.Globalization;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Leads;

/// <summary>Why somebody has their score, and what becomes of it.</summary>
public sealed class LeadScoreTests(DashboardEngine engine, Running.Browser browser)
{
    [Fact]
    public async Task HottestLead_Opened_TellsWhyByASumThatIsTheApisReceipt()
    {
        await engine.Client.LeadAsync(Sent.NewId("why"), 12, ("name", "Wilma Why"));
        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;
        await page.GotoAsync("/dashboard/leads");
        var first = page.Locator("table.leads tbody th a").First;
        var id = Uri.UnescapeDataString((await first.GetAttributeAsync("href"))!.Split("id=")[1]);
        await first.ClickAsync();

        var rows = page.Locator("table.waterfall tbody tr:not(.total)");
        var steps = (await rows.Locator("td.number").AllTextContentsAsync()).Select(Points).ToList();
        var total = Points((await page.Locator("table.waterfall tbody tr.total td.number").TextContentAsync())!);
        var shown = Points((await page.Locator("#head .stat-value").First.TextContentAsync())!);
        Assert.Equal(total, steps.Sum());
        Assert.Equal(total, shown);

        var api = (await engine.Client.GetAsync($"/api/v1/lead-score/{Uri.EscapeDataString(id)}")).AssertOk().Json;
        Assert.Equal((decimal)api["score"]!, total);
        var receipt = api["receipt"]!.AsArray().Select(line => Math.Round((decimal)line!["points"]!, 2, MidpointRounding.AwayFromZero)).ToList();
        Assert.Equal(receipt, steps.Take(receipt.Count));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Course_OfAHotLead_SaysWhenItFallsAndWhatIsLeft()
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("falls"), 12);
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync(MadeLeads.Page(id));

        var api = (await engine.Client.GetAsync($"/api/v1/lead-score/{id}")).AssertOk().Json["falls_below"]!.AsArray();
        Assert.NotEmpty(api);
        var told = await person.Page.Locator("ul.falls li time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
        Assert.Equal(
            api.Select(one => ((DateTimeOffset)one!["at"]!).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)).Order(),
            told.Select(at => at[..16]).Order());
        Assert.Contains("0.00 points, cold", await person.Page.Locator("#course dl").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPerson_CountsAndStoresNothing()
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("watched"), 2);
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var before = await ExportAsync(id);
        for (var times = 0; times < 3; times++) await http.TextAsync(MadeLeads.Page(id));
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        foreach (var table in new[] { "exposures", "rule_exposures", "decision_receipts", "assignments", "outbox", "lead_scores" })
            Assert.Equal(before[table]!["rows"]!.ToJsonString(), (await ExportAsync(id))[table]!["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task Timeline_InPages_HasEveryEventOnce()
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("busy"), 45);
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync(MadeLeads.Page(id));
        var met = 0;
        while (true)
        {
            met += await person.Page.Locator("#timeline tbody tr").CountAsync();
            var next = person.Page.Locator("#timeline a[rel=next]");
            if (await next.CountAsync() == 0) break;
            await next.ClickAsync();
        }

        Assert.Equal(48, met);
    }

    [Theory]
    [InlineData("nobody-has-this-id", "Nobody is known by this id")]
    [InlineData("", "Nobody is known by this id")]
    [InlineData("%00", "Nobody is known by this id")]
    public async Task Page_OfNobody_IsNotFoundInWords(string id, string text)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        using var answer = await http.GetAsync($"/dashboard/lead?id={id}");
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ExportAsync(string id) =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"people/{id}/export")).AssertOk().Json["sections"]!;

    private static decimal Points(string text) => decimal.Parse(text.Replace("points", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
}
