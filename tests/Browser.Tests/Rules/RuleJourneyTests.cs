using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

/// <summary>From an empty form to a decision that follows the rule, and back.</summary>
public sealed class RuleJourneyTests(DashboardEngine engine, Running.Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rule_WrittenPublishedAndRolledBack_IsFollowedByTheDecisions(bool hasScript)
    {
        var slot = $"journey-{hasScript}".ToLowerInvariant();
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = person.Page;
        await person.WriteAsync($"Journey {hasScript}", slot, "First");

        await person.PressAsync("Count people");
        await Assertions.Expect(page.Locator("#audience-figures")).ToContainTextAsync("1 of ");
        await Assertions.Expect(page.Locator("#audience-figures")).ToContainTextAsync(RuleWriting.Somebody);
        await page.GetByLabel("Person", new() { Exact = true }).FillAsync(RuleWriting.Somebody);
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("Matches");
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("First");
        await person.PressAsync("Try it");
        await Assertions.Expect(page.Locator("#what-if")).ToContainTextAsync("wins a slot for 1");
        await person.LookAsync($"rule-editor-{hasScript}");
        Assert.Equal("", await engine.Client.HeadlineAsync(slot));

        await page.GetByLabel("Why").FillAsync("For the spring");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and make live" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("live");
        Assert.Equal("First", await engine.Client.HeadlineAsync(slot));
        var rule = page.Url;

        await EditAsJsonAsync(person);
        Assert.Equal("First", await engine.Client.HeadlineAsync(slot));
        await person.LookAsync($"rule-with-draft-{hasScript}");
        await page.GetByText("Publish", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The draft is live");
        Assert.Equal("Second", await engine.Client.HeadlineAsync(slot));

        await page.GotoAsync(rule);
        await Assertions.Expect(page.Locator("#versions")).ToContainTextAsync("For the spring");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go back to this" }).ClickAsync();
        await Assertions.Expect(page.Locator(".diff .came")).ToContainTextAsync("headline: First");
        await page.GetByText("Go back to version 1").ClickAsync();
        await person.LookAsync($"rule-rollback-{hasScript}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go back now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("as it was at version 1");
        Assert.Equal("First", await engine.Client.HeadlineAsync(slot));

        await page.GetByText("Remove this rule").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this rule" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("removed");
        Assert.Equal("", await engine.Client.HeadlineAsync(slot));
        Assert.Empty(person.Complaints);
    }

    /// <summary>The JSON is edited, the form follows, and it is kept as a draft that says what differs.</summary>
    private static async Task EditAsJsonAsync(Person person)
    {
        var page = person.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        var json = page.GetByLabel("JSON", new() { Exact = true });
        await json.FillAsync((await json.InputValueAsync()).Replace("First", "Second", StringComparison.Ordinal));
        await person.PressAsync("Use this JSON");
        await Assertions.Expect(page.GetByLabel("Value of headline")).ToHaveValueAsync("Second");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved as a draft");
        await Assertions.Expect(page.Locator("#draft .came")).ToContainTextAsync("headline: Second");
        await Assertions.Expect(page.Locator("#draft .went")).ToContainTextAsync("headline: First");
    }
}
