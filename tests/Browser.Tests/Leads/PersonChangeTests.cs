using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Leads;

/// <summary>What is done about people: a merge taken back, an export, an erasure.</summary>
public sealed class PersonChangeTests(DashboardEngine engine, Running.Browser browser)
{
    [Fact]
    public async Task Merge_TakenBackByAnEditor_LeavesTwoPeople()
    {
        var (ann, bob) = (await engine.Client.LeadAsync(Sent.NewId("ann"), 1, ("name", "Ann")), await engine.Client.LeadAsync(Sent.NewId("bob"), 2, ("name", "Bob")));
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("identity.linked", 1, new JsonObject { ["user_id"] = ann, ["aliases"] = new JsonArray(bob) }));
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync(MadeLeads.Page(bob));
        Assert.Contains("is an id of this person", await page.Locator(".notice").First.TextContentAsync(), StringComparison.Ordinal);

        await page.Locator("#ids summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the two apart" }).ClickAsync();

        Assert.Contains("two people again", await page.GetByRole(AriaRole.Status).TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("undone", await page.Locator("#ids").TextContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync(MadeLeads.Page(bob));
        Assert.Equal("Bob", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        var merge = (await engine.Client.AdminAsync(HttpMethod.Get, $"people/{bob}/merges")).AssertOk().Json["items"]!.AsArray();
        Assert.Equal("anna", (string?)Assert.Single(merge)!["undone_by"]);
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Export_Downloaded_IsTheDocumentOfTheApi()
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("export"), 1, ("name", "Erin Export"));
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync(MadeLeads.Page(id));

        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Page.GetByRole(AriaRole.Button, new() { Name = "Export all as JSON" }).ClickAsync());

        var file = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken))!;
        var api = (await engine.Client.AdminAsync(HttpMethod.Get, $"people/{id}/export")).AssertOk().Json;
        Assert.Equal(api["ids"]!.ToJsonString(), file["ids"]!.ToJsonString());
        Assert.Equal(api["sections"]!["people"]!.ToJsonString(), file["sections"]!["people"]!.ToJsonString());
        Assert.Equal(api["sections"]!["events"]!.ToJsonString(), file["sections"]!["events"]!.ToJsonString());
    }

    [Fact]
    public async Task Erasure_AskedAndConfirmed_LeavesNobodyInListAndApi()
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("erased"), 3, ("name", "Erik Erased"));
        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;
        await page.GotoAsync(MadeLeads.Page(id));

        await page.Locator("#data summary").ClickAsync();
        await page.GetByLabel("Type their id to confirm").FillAsync("somebody else");
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase for good" }).ClickAsync();
        Assert.Contains("nobody was erased", await page.GetByRole(AriaRole.Alert).TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("Erik Erased", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());

        await page.Locator("#data summary").ClickAsync();
        await page.GetByLabel("Type their id to confirm").FillAsync(id);
        await person.LookAsync("lead-erase-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase for good" }).ClickAsync();

        Assert.Equal("Erasure of a person", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        await Assertions.Expect(page.Locator("#erasure .badge")).ToHaveTextAsync("done");
        Assert.Contains("events", await page.Locator("#erasure table").TextContentAsync(), StringComparison.Ordinal);
        await person.LookAsync("lead-erasure");
        await page.GotoAsync($"/dashboard/leads?q={id}");
        Assert.True(await page.GetByText("Nobody is like this").IsVisibleAsync());
        await page.GotoAsync(MadeLeads.Page(id));
        Assert.Equal("This person was erased", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        Assert.Equal(404, (await engine.Client.AdminAsync(HttpMethod.Get, $"people/{id}/export")).Status);
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(DashboardEngine.EditorKey)]
    [InlineData(DashboardEngine.ViewerKey)]
    public async Task ErasureAndExport_ForAnybodyButAnAdmin_AreNeitherShownNorDone(string key)
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("kept"), 1);
        using var http = await DashboardHttp.SignInAsync(engine.Address, key);
        var html = await http.TextAsync(MadeLeads.Page(id));
        Assert.DoesNotContain("/dashboard/lead/erase", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/dashboard/lead/export", html, StringComparison.Ordinal);

        foreach (var action in new[] { "erase", "export", "restore" })
        {
            using var answer = await http.SendFormAsync($"/dashboard/lead/{action}", ("id", id), ("confirm", id));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(200, (await engine.Client.AdminAsync(HttpMethod.Get, $"people/{id}/export")).Status);
    }

    [Theory]
    [InlineData("undo-merge", "merge", "x", 400)]
    [InlineData("undo-merge", "merge", "9223372036854775807", 400)]
    [InlineData("erase", "confirm", "nobody", 400)]
    [InlineData("export", "confirm", "", 404)]
    [InlineData("restore", "confirm", "", 400)]
    public async Task Changes_OfNobody_AreRefusedInWords(string action, string field, string value, int status)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        using var answer = await http.SendFormAsync($"/dashboard/lead/{action}", ("id", "nobody-at-all"), (field, value));
        Assert.Equal(status, (int)answer.StatusCode);
    }
}
