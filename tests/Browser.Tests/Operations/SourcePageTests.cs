using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Browser.Tests.Operations;

public sealed class SourcePageTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Address = "/dashboard/operations";

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    public async Task Sources_OfAHealthyEngine_TellOfEachDependency(int width, bool isDark)
    {
        await using var person = await browser.SignInAsync(engine.Address, width: width, isDark: isDark);
        await person.Page.GotoAsync(Address);

        var text = await person.Page.Locator("#state").TextContentAsync();
        Assert.Contains("Ready", text, StringComparison.Ordinal);
        Assert.Contains("recommender", text, StringComparison.Ordinal);
        Assert.Contains("Nothing is read from elsewhere", text, StringComparison.Ordinal);
        Assert.Empty(person.Complaints);
        await person.LookAsync($"sources-{width}{(isDark ? "-dark" : "")}");
    }

    [Fact]
    public async Task Sources_WhenGorseIsGone_SayThatItDoesNotWork()
    {
        var dead = $"http://127.0.0.1:{FreePort.Find()}";
        await using var process = await EngineProcess.StartAsync(null, ("GORSE_URL", dead));
        await using var person = await browser.SignInAsync(process.Client.Address);
        for (var asked = 0; asked < 8; asked++) await process.Client.GetAsync($"/api/v1/recommend/u-{asked}");
        await person.Page.GotoAsync(Address);

        var row = person.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "gorse" }).First;
        Assert.Contains("Does not work", await row.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Open", await row.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("not at their best", await person.Page.Locator("#state").TextContentAsync(), StringComparison.Ordinal);
        await person.LookAsync("sources-degraded");
    }

    [Fact]
    public async Task RefusedEvents_WithHostileText_AreShownAsTextAndTriedAgain()
    {
        const string hostile = "<img src=x onerror=alert(1)>";
        var refused = new JsonObject { ["id"] = $"refused-{hostile}", ["type"] = hostile, ["data"] = new JsonObject { ["note"] = hostile } };
        await engine.Client.SendEventsAsync("cdp", new JsonObject { ["events"] = new JsonArray(refused) }.ToJsonString());
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync("/dashboard/operations/refused-events");

        await person.Page.GetByText("As it came").First.ClickAsync();
        Assert.Contains(hostile.Replace("<", "", StringComparison.Ordinal)[..8], await person.Page.Locator("table").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await person.Page.Locator("main img").CountAsync());
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).First.ClickAsync();
        Assert.Contains("still refused", await person.Page.GetByRole(AriaRole.Status).TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(person.Complaints);
    }
}
