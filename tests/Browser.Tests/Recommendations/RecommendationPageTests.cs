using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Recommendations;

public sealed class RecommendationPageTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Explorer = "/dashboard/recommendations/explorer";

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    public async Task Overview_TrainNow_EndsAndIsTold(int width, bool isDark)
    {
        await using var person = await browser.SignInAsync(engine.Address, width: width, isDark: isDark);
        await person.Page.GotoAsync("/dashboard/recommendations");
        await person.Page.GetByText("Train now", new() { Exact = true }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Train now" }).ClickAsync();

        await person.Page.Locator("[data-work=Training]").GetByText("Trained on").WaitForAsync();
        await person.Page.GetByText("Day by day").WaitForAsync();
        Assert.Empty(person.Complaints);
        await person.LookAsync($"recommendations-{width}{(isDark ? "-dark" : "")}");
    }

    [Fact]
    public async Task Overview_Clicks_AreTheOnesOfTheApi()
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        var page = await admin.TextAsync("/dashboard/recommendations");
        for (var tries = 0; tries < 40 && page.Contains("are being counted", StringComparison.Ordinal); tries++) page = await admin.TextAsync("/dashboard/recommendations");
        var told = JsonNode.Parse((await engine.Client.AdminAsync(HttpMethod.Get, "metrics/recommendations?hours=720")).Body)!["recommendations"]!;

        Assert.Contains($">{told["impressions"]!.GetValue<long>().ToString("#,0", CultureInfo.InvariantCulture)}<", page, StringComparison.Ordinal);
        Assert.Contains($">{told["clicks"]!.GetValue<long>().ToString("#,0", CultureInfo.InvariantCulture)}<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_HiddenAndShownAgain_ChangesWhatIsRecommended()
    {
        var id = await ListedAsync("?n=1");
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync($"/dashboard/items?q={Uri.EscapeDataString(id)}");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true }).ClickAsync();
        await person.LookAsync("item-1440");
        await person.Page.GetByText("Hide it", new() { Exact = true }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Hide it" }).ClickAsync();
        Assert.Contains("hidden", await person.Page.GetByRole(AriaRole.Status).First.TextContentAsync(), StringComparison.Ordinal);
        Assert.NotEqual(id, await ListedAsync("?n=1"));

        await person.Page.GetByText("Show it again", new() { Exact = true }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Show it again" }).ClickAsync();
        Assert.Equal(id, await ListedAsync("?n=1"));
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Explorer_AskedForSomebody_ShowsWhatTheApiAnswers(bool hasScript)
    {
        var list = JsonNode.Parse((await engine.Client.GetAsync("/api/v1/popular?n=5")).Body)!["recommendations"]!.AsArray();
        await using var person = await browser.SignInAsync(engine.Address, hasScript: hasScript);
        await person.Page.GotoAsync(Explorer);
        await person.Page.GetByLabel("List").SelectOptionAsync("popular");
        await person.Page.GetByLabel("Items", new() { Exact = true }).FillAsync("5");
        await person.Page.GetByLabel("Without items").FillAsync(list[0]!["item_id"]!.GetValue<string>());
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Recommend" }).ClickAsync();

        var text = await person.Page.Locator("main").TextContentAsync();
        Assert.Contains("Excluded by the question.", text, StringComparison.Ordinal);
        Assert.Contains(list[1]!["title"]!.GetValue<string>(), text, StringComparison.Ordinal);
        Assert.Empty(person.Complaints);
        await person.LookAsync("explorer-1440");
    }

    [Theory]
    [InlineData($"{Explorer}?go=1&n=0", HttpStatusCode.BadRequest)]
    [InlineData($"{Explorer}?go=1&list=similar", HttpStatusCode.BadRequest)]
    [InlineData($"{Explorer}?go=1&user=%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.OK)]
    [InlineData("/dashboard/item?id=%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("/dashboard/items?q=%3Cscript%3E&state=x&after=%22", HttpStatusCode.OK)]
    public async Task Pages_AskedForOddly_AnswerInWordsAndShowTextAsText(string path, HttpStatusCode status)
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        using var answer = await admin.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> ListedAsync(string query) =>
        JsonNode.Parse((await engine.Client.GetAsync($"/api/v1/popular{query}")).Body)!["recommendations"]![0]!["item_id"]!.GetValue<string>();
}
