using System.Net;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Experiments;

public sealed class NewExperimentTests(DashboardEngine engine, Running.Browser browser)
{
    [Fact]
    public async Task Experiment_IsPlannedAndWrittenInTheBrowser()
    {
        var key = Defined.NewKey();
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/experiments");
        await page.GetByRole(AriaRole.Link, new() { Name = "New experiment" }).ClickAsync();
        await page.GetByLabel("Share who convert today").FillAsync("5");
        await page.GetByLabel("New people a day").FillAsync("1000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work out" }).ClickAsync();
        await Assertions.Expect(page.Locator("#plan")).ToContainTextAsync("people in each variant, about ");
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        await person.LookAsync("experiment-new");

        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("A larger button");
        await page.GetByLabel("Weight 1, %").FillAsync("70");
        await page.GetByLabel("Weight 2, %").FillAsync("30");
        await page.GetByLabel("Metric 1", new() { Exact = true }).FillAsync("sales");
        await page.GetByLabel("Of 1", new() { Exact = true }).FillAsync("order");
        await page.GetByLabel("Condition (JSON)").FillAsync("""{"country":"CH"}""");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add as a draft" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A larger button");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Draft");

        var id = page.Url.Split('/')[^1].Split('?')[0];
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk().Json;
        Assert.Equal([0.7, 0.3], stored["variants"]!.AsArray().Select(variant => (double)variant!["weight"]!));
        Assert.Equal(("order", "CH"), ((string?)stored["metrics"]![0]!["goal"], (string?)stored["condition"]!["country"]));
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData("key", "No Key", "must be 1 to 64 characters")]
    [InlineData("condition", "{", "is no JSON")]
    [InlineData("weight1", "120", "must be a number from 0 to 100")]
    [InlineData("weight1", "20", "must have weights that sum to 1")]
    [InlineData("coverage", "x", "must be a number from 0 to 100")]
    public async Task Faults_AreTold_AndWhatWasTypedStays(string field, string value, string message)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var fields = new Dictionary<string, string> { ["key"] = Defined.NewKey(), ["name"] = "<b>typed</b>", ["variant0"] = "a", ["variant3"] = "b", ["variant1"] = "c", [field] = value };
        using var answer = await http.SendFormAsync("/dashboard/experiments/new", [.. fields.Select(one => (one.Key, one.Value))]);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;typed&lt;/b&gt;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OfWhatCannotBe_SaysSo()
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        Assert.Contains("must be above 0 %", await http.TextAsync("/dashboard/experiments/new?baseline=abc&effect=x"), StringComparison.Ordinal);
        Assert.Contains("2 to 6 variants", await http.TextAsync("/dashboard/experiments/new?baseline=5&effect=10&daily=10&variants=50"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experiments_OfOneGroup_AreDrawn_AndWarnedOfWhereTheyMeet()
    {
        var (first, second, group) = (Defined.NewKey(), Defined.NewKey(), Defined.NewKey());
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        await AddAsync(http, first, ("group", group), ("from", "0"), ("to", "60"));
        var id = await AddAsync(http, second, ("group", group), ("from", "50"), ("to", "100"));
        var text = await http.TextAsync($"/dashboard/experiments/{id}");
        Assert.Contains($"{first} and {second} both take the same 10", text, StringComparison.Ordinal);
        using var halfFilled = await http.SendFormAsync("/dashboard/experiments/new", ("key", Defined.NewKey()), ("name", "n"), ("variant0", "a"), ("variant1", "b"), ("group", group));
        Assert.Equal(HttpStatusCode.BadRequest, halfFilled.StatusCode);
        Assert.Contains("id=\"f-from-fault\"", await halfFilled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_AreToldAndCompared_AndIntervalsAreChosenByLink()
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var key = Defined.NewKey();
        var id = await AddAsync(http, key, ("condition", """{"country":"nowhere"}"""));
        using var started = await http.SendFormAsync($"/dashboard/experiments/{id}/start", ("version", "1"));
        var page = await http.TextAsync($"/dashboard/experiments/{id}?interval=bayesian");
        Assert.Contains("for who held nothing before", page, StringComparison.Ordinal);
        Assert.Contains($"/dashboard/experiments/{id}/diff?from=1&amp;to=2", page, StringComparison.Ordinal);
        var diff = await http.TextAsync($"/dashboard/experiments/{id}/diff?from=1&to=2");
        Assert.Contains("State: Draft", diff, StringComparison.Ordinal);
        Assert.Contains("State: Running", diff, StringComparison.Ordinal);
        using var unknown = await http.GetAsync($"/dashboard/experiments/{id}/diff?from=1&to=77");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task<long> AddAsync(DashboardHttp http, string key, params (string, string)[] more)
    {
        using var added = await http.SendFormAsync("/dashboard/experiments/new", [("key", key), ("name", key), ("variant0", "a"), ("variant1", "b"), .. more]);
        Assert.True(added.StatusCode < HttpStatusCode.BadRequest, await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var all = (await engine.Client.AdminAsync(HttpMethod.Get, "experiments?limit=200")).AssertOk().Json["items"]!.AsArray();
        return (long)all.Single(one => (string?)one!["key"] == key)!["id"]!;
    }
}
