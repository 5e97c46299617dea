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
        await Typed(page, "plan.baseline", "5");
        await Typed(page, "plan.daily", "1000");
        await Typed(page, "name", "A larger button");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work out" }).ClickAsync();
        await Assertions.Expect(page.Locator("#plan")).ToContainTextAsync("people in each variant, about ");
        await Assertions.Expect(page.Locator("[name='name']")).ToHaveValueAsync("A larger button");

        await Typed(page, "key", key);
        await Typed(page, "variant.0.weight", "70");
        await Typed(page, "variant.1.weight", "20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a variant" }).ClickAsync();
        await Typed(page, "variant.2.key", "third");
        await Typed(page, "variant.2.weight", "10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a metric" }).ClickAsync();
        await Typed(page, "metric.0.key", "sales");
        await Typed(page, "metric.0.subject", "order");
        await Typed(page, "metric.0.effect", "2.5");
        await page.Locator("[name='condition.new']").SelectOptionAsync("test");
        await page.Locator("button[value='add:condition']").ClickAsync();
        await Typed(page, "condition.0.a", "country");
        await Typed(page, "condition.0.v", "CH");
        await page.GetByRole(AriaRole.Button, new() { Name = "Count people" }).ClickAsync();
        await Assertions.Expect(page.Locator("#audience")).ToContainTextAsync("people");
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        await person.LookAsync("experiment-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add as a draft" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A larger button");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Draft");

        var id = page.Url.Split('/')[^1].Split('?')[0];
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk().Json;
        Assert.Equal([0.7, 0.2, 0.1], stored["variants"]!.AsArray().Select(variant => (double)variant!["weight"]!));
        Assert.Equal(("order", 0.025, "CH"), ((string?)stored["metrics"]![0]!["goal"], (double)stored["metrics"]![0]!["min_effect"]!, (string?)stored["condition"]!["country"]));

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Typed(page, "coverage", "40");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the experiment" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A larger button");
        await page.GotoAsync($"/dashboard/experiments/{id}/diff?from=1&to=2");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Coverage: 40 %");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Edit_OfWhatWasStarted_KeepsWhatDecides_AndWhatTheFormDoesNotShow()
    {
        var draft = Defined.Experiment(Defined.NewKey(), "control", "bold").With("fallback_attribute", "company").With("bucket_version", 3);
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "experiments", draft.ToJsonString())).AssertOk().Json["id"]!;
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        var other = await page.Context.NewPageAsync();
        foreach (var one in new[] { page, other }) await one.GotoAsync($"/dashboard/experiments/{id}/edit");
        await Typed(page, "name", "Renamed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the experiment" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Renamed");
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk().Json;
        Assert.Equal(("company", 3, "running"), ((string?)stored["fallback_attribute"], (int)stored["bucket_version"]!, (string?)stored["status"]));

        await Typed(other, "name", "Mine");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save the experiment" }).ClickAsync();
        await Assertions.Expect(other.Locator("main")).ToContainTextAsync("Nothing was overwritten");
        await Assertions.Expect(other.Locator("[name='name']")).ToHaveValueAsync("Mine");

        // A browser shows the key as fixed; whoever sends another all the same is refused.
        await other.Locator("[name='variant.0.key']").EvaluateAsync("field => field.value = 'other'");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save the experiment" }).ClickAsync();
        await Assertions.Expect(other.Locator("main")).ToContainTextAsync("cannot be added, removed or reordered");
    }

    [Fact]
    public async Task Viewer_SeesExperimentsAndCanChangeNone()
    {
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "experiments", Defined.Experiment(Defined.NewKey(), "control", "bold").ToJsonString())).AssertOk().Json["id"]!;
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.ViewerKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/experiments");
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "New experiment" }).CountAsync());
        await page.GotoAsync($"/dashboard/experiments/{id}");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Running");
        Assert.Equal(0, await page.Locator("main form[method=post]").CountAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).CountAsync());
        var answer = await page.GotoAsync($"/dashboard/experiments/{id}/edit");
        Assert.Equal(403, answer!.Status);
        Assert.Equal(0, await page.Locator("main form[method=post]").CountAsync());
    }

    [Theory]
    [InlineData("key", "No Key", "must be 1 to 64 characters", "f-key-fault")]
    [InlineData("variant.1.key", "", "is required", "f-variant-1-key-fault")]
    [InlineData("variant.1.weight", "120", "must be a number from 0 to 100", "f-variant-1-weight-fault")]
    [InlineData("variant.1.weight", "20", "must have weights that sum to 1", "Variants")]
    [InlineData("coverage", "x", "must be a number from 0 to 100", "f-coverage-fault")]
    [InlineData("metric.0.kind", "count", "is required", "f-metric-0-subject-fault")]
    [InlineData("testers", "nobody", "names no person", "f-testers-fault")]
    [InlineData("testers", "z: someone", "z", "f-testers-fault")]
    [InlineData("ends", "yesterday", "end", "f-ends-fault")]
    public async Task Faults_AreTold_AndWhatWasTypedStays(string field, string value, string message, string place)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var fields = new Dictionary<string, string>
        {
            ["key"] = Defined.NewKey(),
            ["name"] = "<b>typed</b>",
            ["variant.0.key"] = "a",
            ["variant.1.key"] = "b",
            ["metric.0.key"] = "m",
            ["metric.0.kind"] = "ctr",
            ["do"] = "publish",
            [field] = value,
        };
        using var answer = await http.SendFormAsync("/dashboard/experiments/new", [.. fields.Select(one => (one.Key, one.Value))]);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.Contains(place, text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;typed&lt;/b&gt;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.baseline", "abc", "must be a number")]
    [InlineData("plan.effect", "0", "must be at least 0.001 from 0")]
    [InlineData("plan.daily", "-1", "f-plan-daily-fault")]
    public async Task Plan_OfWhatCannotBe_SaysSo(string field, string value, string message)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var fields = new Dictionary<string, string>
        {
            ["variant.0.key"] = "a",
            ["variant.1.key"] = "b",
            ["plan.baseline"] = "5",
            ["plan.daily"] = "10",
            ["plan.effect"] = "10",
            ["do"] = "plan",
            [field] = value,
        };
        using var answer = await http.SendFormAsync("/dashboard/experiments/new", [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
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
        using var halfFilled = await http.SendFormAsync("/dashboard/experiments/new", ("key", Defined.NewKey()), ("name", "n"), ("variant.0.key", "a"), ("variant.1.key", "b"), ("group", group), ("do", "publish"));
        Assert.Equal(HttpStatusCode.BadRequest, halfFilled.StatusCode);
        Assert.Contains("id=\"f-from-fault\"", await halfFilled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_AreToldAndCompared_AndIntervalsAreChosenByLink()
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var key = Defined.NewKey();
        var id = await AddAsync(http, key, ("description", "only a draft"));
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
        using var added = await http.SendFormAsync("/dashboard/experiments/new", [("key", key), ("name", key), ("variant.0.key", "a"), ("variant.1.key", "b"), ("do", "publish"), .. more]);
        Assert.True(added.StatusCode < HttpStatusCode.BadRequest, await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var all = (await engine.Client.AdminAsync(HttpMethod.Get, "experiments?limit=200")).AssertOk().Json["items"]!.AsArray();
        return (long)all.Single(one => (string?)one!["key"] == key)!["id"]!;
    }

    private static Task Typed(IPage page, string field, string text) => page.Locator($"[name='{field}']").FillAsync(text);
}
