using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

public sealed class RuleListTests(DashboardEngine engine, Running.Browser browser)
{
    /// <summary>What makes a page scroll sideways; nothing where it does not.</summary>
    private const string WiderThanTheWindow = """
        document.documentElement.scrollWidth <= document.documentElement.clientWidth ? "" : [...document.querySelectorAll("main *")]
          .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !element.closest(".scroll"))
          .map(element => `${element.tagName}.${element.className} ${element.name ?? ""}`).slice(0, 8).join(", ")
        """;

    [Fact]
    public async Task List_OfRules_TellsStateDraftsFindingsAndWhoChangedThem()
    {
        var mark = $"{Guid.CreateVersion7():N}"[20..];
        await AddAsync($"{mark} above", 900, new JsonObject { ["country"] = "CH" });
        await AddAsync($"{mark} below", 800, new JsonObject { ["country"] = "CH", ["score"] = new JsonObject { ["$gt"] = 5 } });
        await AddAsync($"{mark} contrary", 700, new JsonObject { ["score"] = new JsonObject { ["$gt"] = 80, ["$lt"] = 20 } });
        var later = await AddAsync($"{mark} later", 600, new JsonObject(), rule => rule["start_date"] = "2099-01-01T00:00:00Z");
        await AddAsync($"{mark} over", 500, new JsonObject(), rule => rule["end_date"] = "2020-01-01T00:00:00Z");
        await AddAsync($"{mark} off", 400, new JsonObject(), rule => rule["active"] = false);
        var draft = Defined.Rule(Defined.For("x"), Defined.Show("list", "d"));
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{later}/draft", draft.ToJsonString())).AssertOk();

        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/rules?q={mark}");

        var rows = await page.Locator("tbody tr").AllInnerTextsAsync();
        Assert.Equal(6, rows.Count);
        Assert.Contains("Active", rows[0], StringComparison.Ordinal);
        Assert.Contains("master key", rows[0], StringComparison.Ordinal);
        Assert.Contains("Never shown", rows[1], StringComparison.Ordinal);
        Assert.Contains($"“{mark} above”", rows[1], StringComparison.Ordinal);
        Assert.Contains("Matches nobody", rows[2], StringComparison.Ordinal);
        Assert.Contains("Scheduled", rows[3], StringComparison.Ordinal);
        Assert.Contains("Draft waiting", rows[3], StringComparison.Ordinal);
        Assert.Contains("Ended", rows[4], StringComparison.Ordinal);
        Assert.Contains("Off", rows[5], StringComparison.Ordinal);
        await person.LookAsync("rules");

        await page.GetByRole(AriaRole.Link, new() { Name = "Try all live rules on people" }).ClickAsync();
        await Assertions.Expect(page.Locator("#tried")).ToContainTextAsync("live rules were tried on");
        await page.GetByLabel("State").SelectOptionAsync("draft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await page.GotoAsync($"/dashboard/rules?q={mark}&slot=hero");
        await Assertions.Expect(page.GetByText("No rule fits.")).ToBeVisibleAsync();
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task List_OfManyRules_IsReadPageByPage()
    {
        var mark = $"{Guid.CreateVersion7():N}"[20..];
        for (var i = 0; i < 30; i++) await AddAsync($"{mark} {i}", -i, new JsonObject { ["id"] = $"{mark}-{i}" }, rule => rule["active"] = false);
        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/rules?q={mark}");

        Assert.Equal(25, await page.Locator("tbody tr").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync($"{mark} 29");
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Pages_AtThisSize_FitTheWindowAndAreSmall(int width, bool isDark)
    {
        var name = $"Look {width} {isDark}";
        var id = await AddAsync(name, 50, JsonNode.Parse("""
            {"segment":{"$in":["hot_lead","sales_ready"]},"$or":[{"score":{"$gte":50}},{"$did":{"page":"/pricing/**","within":"7d","times":2}}],
             "$during":{"weekdays":["monday","friday"],"from":"09:00","to":"17:00","time_zone":"Europe/Berlin"},"$notInSegment":"nobody-there","tags":{"$elemMatch":{"$gt":3}}}
            """.Replace("\"$notInSegment\":\"nobody-there\",", "", StringComparison.Ordinal))!);
        await using var person = await browser.SignInAsync(engine.Address, width: width, isDark: isDark);
        var shade = isDark ? "dark" : "light";
        foreach (var (path, label) in new[] { ("/dashboard/rules", "rules"), ($"/dashboard/rules/{id}", "rule"), ($"/dashboard/rules/{id}/edit", "editor"), ("/dashboard/segments", "segments"), ("/dashboard/segments/new", "segment") })
        {
            var answer = await person.Page.GotoAsync(path);
            Assert.InRange((await answer!.BodyAsync()).Length, 1, 150 * 1024);
            Assert.Equal("", await person.Page.EvaluateAsync<string>(WiderThanTheWindow));
            if (label == "editor") await Assertions.Expect(person.Page.Locator("#audience-figures")).ToContainTextAsync("people match");
            var found = await person.Page.RunAxe();
            Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation =>
                $"{label}: {violation.Id} {violation.Help}: {string.Join(", ", violation.Nodes.Take(4).Select(node => node.Html))}"));
            await person.LookAsync($"{label}-{width}-{shade}");
        }

        Assert.Empty(person.Complaints);
    }

    private async Task<long> AddAsync(string name, int priority, JsonNode conditions, Action<JsonObject>? change = null)
    {
        var rule = Defined.Rule(conditions, Defined.Show("list", new JsonObject { ["headline"] = "Hello" }));
        (rule["name"], rule["priority"]) = (name, priority);
        change?.Invoke(rule);
        return (long)(await engine.Client.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString())).AssertOk().Json["id"]!;
    }
}
