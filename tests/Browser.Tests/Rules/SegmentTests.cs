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
}
