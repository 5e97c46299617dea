using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

public sealed class RuleEditorTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lines_AddedMovedAndRemoved_AreWhatTheJsonSays(bool hasScript)
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync("/dashboard/rules/new");
        await page.GetByLabel("Values, one a line").FillAsync("hot_lead\nsales_ready");
        await page.Locator("select[name='condition.new']").SelectOptionAsync("group");
        await PressInAsync(person, "add:condition");
        await page.Locator("[name='condition.1.0.a']").FillAsync("score");
        await page.Locator("[name='condition.1.0.v']").FillAsync("50");
        await page.Locator("select[name='condition.1.new']").SelectOptionAsync("did");
        await PressInAsync(person, "add:condition.1");
        await page.Locator("[name='condition.1.1.page']").FillAsync("/pricing/**");
        await page.Locator("select[name='condition.new']").SelectOptionAsync("json");
        await PressInAsync(person, "add:condition");
        await page.Locator("[name='condition.2.v']").FillAsync("""{"tags":{"$elemMatch":{"$gt":3}}}""");
        await PressInAsync(person, "up:condition.2");
        await PressInAsync(person, "remove:condition.1.0");

        var condition = JsonNode.Parse(await page.GetByLabel("JSON", new() { Exact = true }).InputValueAsync())!["conditions"]!;
        Assert.True(
            JsonNode.DeepEquals(
                condition,
                JsonNode.Parse("""{"segment":{"$in":["hot_lead","sales_ready"]},"$or":[{"$did":{"page":"/pricing/**","within":"7d"}},{"tags":{"$elemMatch":{"$gt":3}}}]}""")),
            condition.ToJsonString());
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Count_WhileSomebodyWrites_FollowsByItself()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        await person.Page.GotoAsync("/dashboard/rules/new");
        await person.Page.GetByLabel("Values, one a line").FillAsync("cold_lead\nwarm_lead\nhot_lead\nsales_ready");

        await Assertions.Expect(person.Page.Locator("#audience-figures")).ToContainTextAsync("people match (100.0 %)");
    }

    [Fact]
    public async Task Faults_OfTheEnginesReader_StandAtTheirFields()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await person.WriteAsync("", "faulty", "x");
        await page.GetByLabel("Priority").FillAsync("high");
        await page.GetByLabel("How it is compared").SelectOptionAsync("$regex");
        await page.Locator("[name='condition.0.v']").FillAsync("(");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();

        await Assertions.Expect(page.Locator("#f-priority-fault")).ToContainTextAsync("whole number");
        await Assertions.Expect(page.Locator("#f-name-fault")).ToContainTextAsync("required");
        await Assertions.Expect(page.Locator("#f-condition-0 .fault")).ToContainTextAsync("regular expression");
        await Assertions.Expect(page.GetByLabel("Priority")).ToHaveValueAsync("high");
        await person.LookAsync("rule-faults");
    }

    [Fact]
    public async Task FormAndJson_BothEdited_AreNotMixed()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: false);
        var page = person.Page;
        await person.WriteAsync("From the form", "mixed", "x");
        await page.GetByLabel("JSON", new() { Exact = true }).FillAsync("""{"name":"From the JSON"}""");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Both the form and the JSON were changed");
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("From the form");
        await Assertions.Expect(page.GetByLabel("JSON", new() { Exact = true })).ToHaveValueAsync("""{"name":"From the JSON"}""");
    }

    [Fact]
    public async Task HostileText_InEveryField_IsShownAsText()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await person.WriteAsync($"{Hostile} rule", Hostile, Hostile);
        await page.GetByLabel("Description").FillAsync(Hostile);
        await page.GetByLabel("Why").FillAsync(Hostile);
        await page.Locator("[name='condition.0.a']").FillAsync(Hostile);
        await page.Locator("[name='condition.0.v']").FillAsync(Hostile);
        await person.PressAsync("Count people");
        await page.GetByLabel("Person", new() { Exact = true }).FillAsync(RuleWriting.Somebody);
        await person.PressAsync("Preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"{Hostile} rule");
        await page.GotoAsync("/dashboard/rules?q=onerror");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"{Hostile} rule" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"{Hostile} rule" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the draft" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='condition.0.a']")).ToHaveValueAsync(Hostile);
        await Assertions.Expect(page.GetByLabel("Value of headline")).ToHaveValueAsync(Hostile);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Edit_OfARuleThatSomebodyElseChanged_OverwritesNothing()
    {
        var added = (await engine.Client.AdminAsync(HttpMethod.Post, "rules", Defined.Rule(Defined.For("nobody"), Defined.Show("stale", "a")).ToJsonString())).AssertOk();
        var id = (long)added.Json["id"]!;
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/rules/{id}/edit");
        added.Json["priority"] = 7;
        var theirs = added.Json;
        theirs["priority"] = 7;
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{id}", theirs.ToJsonString())).AssertOk();

        await page.GetByLabel("Priority").FillAsync("9");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was overwritten");
        await Assertions.Expect(page.Locator(".notice.warn")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Priority")).ToHaveValueAsync("9");
        Assert.Equal(7, (int)(await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}")).Json["priority"]!);
        Assert.Equal(404, (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/draft")).Status);
        await person.LookAsync("rule-overtaken");
    }

    [Fact]
    public async Task Requests_ThatNoFormWouldSend_AreAnsweredInWords()
    {
        using var person = await DashboardHttp.SignInAsync(engine.Address);

        foreach (var path in new[] { "/dashboard/rules/999999", "/dashboard/rules/999999/edit", "/dashboard/rules/999999/diff?from=1&to=x" })
        {
            using var missing = await person.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        var deep = new string('[', 60) + new string(']', 60);
        foreach (var fields in new (string, string)[][]
        {
            [("do", "count"), ("condition.k", "all"), ("condition.0.k", "any"), ("condition.0.0.k", "any"), ("condition.0.0.0.k", "json"), ("condition.0.0.0.v", $$"""{"a":{{deep}}}""")],
            [("do", "draft"), ("condition.k", "all"), ("condition.0.k", "json"), ("condition.0.v", """{"\ud800":1,"a":"\ud800"}"""), ("action.0.type", "show"), ("action.0.mode", "json"), ("action.0.text", deep)],
            [("do", "from-json"), ("json", """{"name":"\ud800","conditions":{"a":"\ud800"},"actions":[{"type":"show","slot":"s","content":{"x":"\ud800"}}]}""")],
            [("do", "from-json"), ("json", """{"name":"x","conditions":{},"actions":[{"type":"show","slot":"s","content":{"x":"\ud800"}}]}""")],
            [("do", "from-json"), ("json", $$"""{"name":"x","name":"y","conditions":{{deep}},"actions":[1,null,{"type":5}]}""")],
            [("do", "draft")], [("do", "up:condition.99"), ("condition.k", "all")], [("do", "remove-field:9.9")], [("do", "from-json"), ("json", "{")],
            [("do", "count"), ("condition.k", "json"), ("condition.v", "[")], [("do", "preview"), ("condition.k", "test"), ("condition.o", "$nothing")],
            [("do", "what-if"), ("days", "-1"), ("json", new string('[', 5000))], [("do", "publish"), ("start", "soon"), ("holdout", "all"), ("action.0.type", "dance")],
        })
        {
            using var answer = await person.SendFormAsync("/dashboard/rules/new", [("json_was", ""), .. fields]);
            Assert.True((int)answer.StatusCode is >= 200 and <= 409, $"{(int)answer.StatusCode}: {string.Join(", ", fields)}");
        }

        foreach (var path in new[] { "/dashboard/segments/new", "/dashboard/segments/999999", "/dashboard/segments/999999/remove" })
        {
            using var answer = await person.SendFormAsync(
                path, ("do", "publish"), ("condition.k", "all"), ("condition.0.k", "json"), ("condition.0.v", $$"""{"a":{{deep}}}"""), ("condition.1.k", "json"), ("condition.1.v", "{"));
            Assert.InRange((int)answer.StatusCode, 400, 409);
        }

        foreach (var what in new[] { "publish", "approve", "drop", "rollback", "remove" })
        {
            using var answer = await person.SendFormAsync($"/dashboard/rules/999999/{what}", ("version", "x"), ("revision", "-"));
            Assert.InRange((int)answer.StatusCode, 400, 409);
        }
    }

    [Fact]
    public async Task Viewer_SeesRulesAndCanChangeNone()
    {
        using var viewer = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.ViewerKey);
        var list = await viewer.TextAsync("/dashboard/rules");

        Assert.Contains(">viewer<", list, StringComparison.Ordinal);
        Assert.DoesNotContain("New rule", list, StringComparison.Ordinal);
        foreach (var path in new[] { "/dashboard/rules/new", "/dashboard/rules/1/edit", "/dashboard/rules/1/publish", "/dashboard/rules/1/remove", "/dashboard/rules/1/rollback" })
        {
            using var answer = await viewer.SendFormAsync(path, ("do", "publish"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private static async Task PressInAsync(Person person, string command)
    {
        var answered = person.Page.WaitForResponseAsync(response =>
            response.Request.Method == "POST" && Uri.UnescapeDataString(response.Request.PostData ?? "").Contains($"do={command}", StringComparison.Ordinal));
        await person.Page.Locator($"button[value='{command}']").ClickAsync();
        await answered;
        await Assertions.Expect(person.Page.Locator("#rule-form:not([aria-busy])")).ToBeVisibleAsync();
    }
}
