using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Admin.Results;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Experiments;

public sealed class ExperimentPageTests(TrialDashboard engine, Running.Browser browser) : IClassFixture<TrialDashboard>
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddDays(-3);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Experiment_IsStartedReadPausedAndCompleted_WithAndWithoutScript(bool hasScript)
    {
        var key = Defined.NewKey();
        var id = await AddAsync(Experiment(key, "draft"));
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/experiments/{id}");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Nobody is in it yet");
        await Assertions.Expect(page.Locator("#verdict").GetByText("Complete", new() { Exact = true })).ToHaveCountAsync(0);
        await ConfirmAsync(page, "Start", "Start now");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Running");

        await SendAsync(id, key, 1500, 1500, 150, 300);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("You may release b to everybody");
        var row = page.Locator("tbody tr", new() { HasText = "more sales than a" }).First;
        await Assertions.Expect(row).ToContainTextAsync("20.00 % (18.05 % to 22.10 %)");
        await Assertions.Expect(row).ToContainTextAsync("+100 % (");
        await Assertions.Expect(row).ToContainTextAsync("Better");
        await Assertions.Expect(page.Locator("figcaption", new() { HasText = "Lift of sales over time" })).ToBeVisibleAsync();
        await person.LookAsync($"experiment-{hasScript}");

        await ConfirmAsync(page, "Pause", "Pause now");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Paused");
        await ConfirmAsync(page, "Complete", "Complete for good");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("It is over.");
        Assert.Equal("completed", (string?)(await StoredAsync(id))["status"]);
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Variant_IsReleased_AndTheExperimentRunsOn()
    {
        var id = await AddAsync(Experiment(Defined.NewKey(), "running"));
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync($"/dashboard/experiments/{id}");
        await person.Page.Locator("summary", new() { HasText = "Release a variant" }).ClickAsync();
        await person.Page.GetByLabel("Variant", new() { Exact = true }).SelectOptionAsync("b");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Release to everybody" }).ClickAsync();
        await Assertions.Expect(person.Page.Locator("#verdict")).ToContainTextAsync("Released: b");
        var stored = await StoredAsync(id);
        Assert.Equal(("running", "b"), ((string?)stored["status"], (string?)stored["released_variant"]));
    }

    [Fact]
    public async Task Sizes_ThatCannotBeChance_AreWarnedOf_AndNoVerdictIsShown()
    {
        var key = Defined.NewKey();
        var id = await AddAsync(Experiment(key, "running"));
        await SendAsync(id, key, 900, 500, 90, 150);
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        var text = await http.TextAsync($"/dashboard/experiments/{id}");
        Assert.Contains("sizes that cannot be chance", text, StringComparison.Ordinal);
        Assert.Contains("a has 900 people where 700 were expected", text, StringComparison.Ordinal);
        Assert.Contains("Do not decide by these numbers", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">Better<", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ShowHostileTextAsText_AndAnswerWhatIsNotThere()
    {
        const string Hostile = "<script>alert(1)</script>";
        var id = await AddAsync(Experiment(Defined.NewKey(), "draft").With("name", Hostile).With("description", Hostile));
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        foreach (var path in new[] { $"/dashboard/experiments?after={id - 1}", $"/dashboard/experiments/{id}" })
        {
            var text = await http.TextAsync(path);
            Assert.DoesNotContain(Hostile, text, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", text, StringComparison.Ordinal);
        }

        using var missing = await http.GetAsync("/dashboard/experiments/999999");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var refused = await http.SendFormAsync($"/dashboard/experiments/{id}/complete");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("From draft an experiment can become running", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var outdated = await http.SendFormAsync($"/dashboard/experiments/{id}/start", ("version", "77"));
        Assert.Equal(HttpStatusCode.Conflict, outdated.StatusCode);
    }

    private static JsonObject Experiment(string key, string status) => Defined.Experiment(key, "a", "b").With("status", status)
        .With("condition", Defined.For("nobody-at-all")).With(Trials.Metric("sales", "conversion", ("goal", "order")));

    private static async Task ConfirmAsync(IPage page, string label, string button)
    {
        await page.Locator("summary").GetByText(label, new() { Exact = true }).Or(page.Locator($"summary:text-is('{label}')")).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private async Task<long> AddAsync(JsonObject experiment) =>
        (long)(await engine.Client.AdminAsync(HttpMethod.Post, "experiments", experiment.ToJsonString())).AssertOk().Json["id"]!;

    private async Task<JsonNode> StoredAsync(long id) => (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk().Json;

    private async Task SendAsync(long id, string key, int ofA, int ofB, int byA, int byB)
    {
        await engine.Client.TrackAsync(Enumerable.Range(0, ofA).Select(i => Trials.Exposure(key, "a", $"{key}a{i}", Start.AddMinutes(i % 2000)))
            .Concat(Enumerable.Range(0, ofB).Select(i => Trials.Exposure(key, "b", $"{key}b{i}", Start.AddMinutes(i % 2000)))));
        await engine.Client.ConvertAsync(Enumerable.Range(0, byA).Select(i => Trials.Conversion($"{key}a{i}", "order", Start.AddMinutes(i + 2001)))
            .Concat(Enumerable.Range(0, byB).Select(i => Trials.Conversion($"{key}b{i}", "order", Start.AddMinutes(i + 2001)))));
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
        {
            if ((int)(await engine.Client.ResultsAsync(id)).MetricOf("sales").VariantOf("b")["total"]! == byB) return;
            await Task.Delay(100);
        }
    }
}
