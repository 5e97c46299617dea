using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

public sealed class SegmentTests(DashboardEngine engine, Running.Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Segment_WrittenNamedByARuleAndRemoved_IsWhatTheFormSaid(bool hasScript)
    {
        var key = $"somebody-{hasScript}".ToLowerInvariant();
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync("/dashboard/segments/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Somebody {hasScript}");
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await page.GetByLabel("Attribute", new() { Exact = true }).FillAsync("id");
        await page.GetByLabel("Values, one a line").FillAsync(RuleWriting.Somebody);
        await person.PressAsync("Count people");
        await Assertions.Expect(page.Locator("#audience-figures")).ToContainTextAsync("1 of ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the segment" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");
        await Assertions.Expect(page.Locator("tbody").First).ToContainTextAsync($"id is one of {RuleWriting.Somebody}");
        await person.LookAsync($"segments-{hasScript}");

        await page.GotoAsync("/dashboard/rules/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Names a segment {hasScript}");
        await page.Locator("select[name='condition.new']").SelectOptionAsync("segment");
        await page.GetByLabel("Values, one a line").FillAsync("cold_lead\nwarm_lead\nhot_lead\nsales_ready");
        await person.PressAsync("Add");
        await page.Locator("[name='condition.1.v']").FillAsync(key);
        await page.GetByLabel("Slot", new() { Exact = true }).FillAsync("of-a-segment");
        await page.GetByLabel("Value of headline").FillAsync("x");
        await person.PressAsync("Count people");
        await Assertions.Expect(page.Locator("#audience-figures")).ToContainTextAsync("1 of ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and make live" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("live");

        await page.GotoAsync("/dashboard/segments");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Somebody {hasScript}" }).ClickAsync();
        await page.GetByText("Remove this segment").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this segment" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Names a segment {hasScript}");
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Segment_ChangedTwice_IsComparedAndGoneBackTo(bool hasScript)
    {
        var key = $"history-{hasScript}".ToLowerInvariant();
        string Document(string name, string country) => $$$"""{"key":"{{{key}}}","name":"{{{name}}}","condition":{"country":"{{{country}}}"}}""";
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "segments", Document("Swiss", "CH"))).AssertOk().Json["id"]!;
        (await engine.Client.AdminAsync(HttpMethod.Put, $"segments/{id}", Document("Austrians <b>", "AT"))).AssertOk();
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/segments/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go back to this" }).ClickAsync();
        await Assertions.Expect(page.Locator(".diff .went")).ToContainTextAsync(["Name: Austrians <b>", "AT"]);
        await Assertions.Expect(page.Locator(".diff .came")).ToContainTextAsync(["Name: Swiss", "CH"]);
        await person.LookAsync($"segment-diff-{hasScript}");
        await page.Locator("summary").Filter(new() { HasText = "Go back to version 1" }).ClickAsync();
        await page.GetByLabel("Why").FillAsync("Not those");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go back now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("as it was at version 1");
        await Assertions.Expect(page.Locator("#versions tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#versions")).ToContainTextAsync("Not those");
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"segments/{id}")).AssertOk().Json;
        Assert.Equal(("Swiss", "CH", 3), ((string?)stored["name"], (string?)stored["condition"]!["country"], (int)stored["version"]!));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task RollBack_ThatCannotBe_IsRefusedAndOverwritesNothing()
    {
        var document = """{"key":"history-refused","name":"One","condition":{}}""";
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "segments", document)).AssertOk().Json["id"]!;
        (await engine.Client.AdminAsync(HttpMethod.Put, $"segments/{id}", document.Replace("One", "Two", StringComparison.Ordinal))).AssertOk();
        using var anna = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        foreach (var (version, to, status) in new[] { ("1", "1", 409), ("2", "9", 404) })
        {
            using var answer = await anna.SendFormAsync($"/dashboard/segments/{id}/rollback", ("version", version), ("to", to));
            Assert.Equal(status, (int)answer.StatusCode);
        }

        Assert.Equal("Two", (string?)(await engine.Client.AdminAsync(HttpMethod.Get, $"segments/{id}")).AssertOk().Json["name"]);
        Assert.Contains("From version 1 to version 2", await anna.TextAsync($"/dashboard/segments/{id}/diff"), StringComparison.Ordinal);
        using var missing = await anna.GetAsync($"/dashboard/segments/{id}/diff?from=7&to=2");
        Assert.Equal(404, (int)missing.StatusCode);
    }
}
