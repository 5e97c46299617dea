using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

/// <summary>What somebody does who writes rules in the browser.</summary>
internal static class RuleWriting
{
    /// <summary>One of the demo's people, whom every size of the demo has.</summary>
    public const string Somebody = "sofia-ready";

    /// <summary>A button of the editor that leads back to the editor, and the page after it.</summary>
    public static async Task PressAsync(this Person person, string button)
    {
        var answered = person.Page.WaitForResponseAsync(response => response.Request.Method == "POST" && (response.Request.PostData ?? "").Contains("do=", StringComparison.Ordinal)
            && !(response.Request.PostData ?? "").EndsWith("do=count", StringComparison.Ordinal) | button == "Count people");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await answered;
        await Assertions.Expect(person.Page.Locator("#rule-form:not([aria-busy])")).ToBeVisibleAsync();
    }

    /// <summary>Fills the first line of the condition so that the rule is for one person only, and nobody is held out of it.</summary>
    public static async Task WriteAsync(this Person person, string name, string slot, string headline)
    {
        var page = person.Page;
        await page.GotoAsync("/dashboard/rules/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Held out, %").FillAsync("0");
        await page.GetByLabel("Attribute", new() { Exact = true }).FillAsync("id");
        await page.GetByLabel("Values, one a line").FillAsync(Somebody);
        await page.GetByLabel("Slot", new() { Exact = true }).FillAsync(slot);
        await page.GetByLabel("Value of headline").FillAsync(headline);
    }

    public static async Task<string> HeadlineAsync(this EngineClient engine, string slot)
    {
        var answer = (await engine.GetAsync($"/api/v1/personalize/{Somebody}?slots={slot}")).AssertOk();
        return (string?)answer.Json["slots"]![slot]!["content"]?["headline"] ?? "";
    }
}
