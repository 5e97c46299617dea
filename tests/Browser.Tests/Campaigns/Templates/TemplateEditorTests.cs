using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;
using static PersonalizationEngine.Browser.Tests.Campaigns.Templates.TemplateWriting;

namespace PersonalizationEngine.Browser.Tests.Campaigns.Templates;

/// <summary>What the editor refuses, whom it refuses, and what it keeps while it does.</summary>
public sealed class TemplateEditorTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Hostile = "</textarea></title><img src=x onerror=window.hit=1>\"'><script>window.hit=1</script>";

    private readonly string _key = Defined.NewKey();

    [Fact]
    public async Task Faults_OfTheEnginesReader_StandAtTheirFieldsAndKeepWhatWasTyped()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates/new");
        await person.FillAsync("key", "Not A Key");
        await person.FillAsync("email.subject", "{{ person.name | shout }}");
        await person.FillAsync("email.html", "<p>\n{% if person.name %}\nHello");
        await person.UnfoldAsync("push");
        await person.FillAsync("push.title", "Only a title");
        await person.FillAsync("default.0.name", "name");
        await person.FillAsync("default.0.value", "you");
        await person.PressAsync("Save");

        await Assertions.Expect(page.Locator("#f-key-fault")).ToContainTextAsync("a-z, 0-9");
        await Assertions.Expect(page.Locator("#f-name-fault")).ToContainTextAsync("required");
        await Assertions.Expect(page.Locator("#f-push-body-fault")).ToContainTextAsync("required");
        await Assertions.Expect(page.Locator("#f-default-0-name-fault")).ToContainTextAsync("person. or data.");
        await person.LookAsync("template-faults");

        await person.FillAsync("key", _key);
        await person.FillAsync("name", "Faulty");
        await person.FillAsync("push.body", "b");
        await person.FillAsync("default.0.name", "");
        await person.FillAsync("default.0.value", "");
        await person.PressAsync("Save");
        await Assertions.Expect(page.Locator("#f-email-subject-fault")).ToContainTextAsync("line 1");
        await Assertions.Expect(page.Locator("#f-email-html-fault")).ToContainTextAsync("line 2");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#f-email-html-fault")).ToContainTextAsync("line 2");
        await Assertions.Expect(page.Locator("[name='email.html']")).ToHaveValueAsync("<p>\n{% if person.name %}\nHello");
        await Assertions.Expect(page.Locator("[name='email.subject']")).ToHaveValueAsync("{{ person.name | shout }}");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task HostileText_InEveryField_IsShownAsTextAndRunsNowhere()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates/new");
        await page.EvaluateAsync("() => document.querySelectorAll('details.channel').forEach(one => one.open = true)");
        foreach (var field in new[] { "email.subject", "email.preheader", "email.html", "email.text", "sms.text", "push.title", "push.body", "website.title", "website.body", "name", "reason" })
            await person.FillAsync(field, Hostile);
        await person.FillAsync("key", _key);
        await person.FillAsync("default.0.name", $"person.{Hostile.Replace(".", "", StringComparison.Ordinal)}");
        await person.FillAsync("default.0.value", Hostile);
        foreach (var channel in new[] { "sms", "push", "website", "email" })
        {
            await page.Locator("select[name='preview.channel']").SelectOptionAsync(channel);
            await person.PressAsync("Preview");
            await Assertions.Expect(page.Locator("#said-text")).ToContainTextAsync("window.hit=1");
            await AssertHarmlessAsync(page);
        }

        await page.GetByText("As it would be sent").ClickAsync();
        await Assertions.Expect(page.Locator("#said-html")).ToContainTextAsync("<script>window.hit=1</script>");
        Assert.Empty(person.Complaints);
        await person.PressAsync("Show how it looks");
        await Assertions.Expect(page.FrameLocator("iframe.look").Locator("img")).ToHaveCountAsync(1);
        var frame = page.Frames.Single(one => one.Name == "look");
        Assert.Null(await frame.EvaluateAsync<int?>("() => window.hit ?? null"));
        Assert.Equal("null", await frame.EvaluateAsync<string>("() => self.origin"));
        await AssertHarmlessAsync(page);
        // The browser says that it has stopped what stood in the frame, and nothing else.
        Assert.NotEmpty(person.Complaints);
        Assert.All(person.Complaints, complaint => Assert.True(
            complaint.Contains("sandboxed", StringComparison.Ordinal) || complaint.Contains("Content Security Policy", StringComparison.Ordinal), complaint));

        await person.PressAsync("Save");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Hostile);
        await AssertHarmlessAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit and preview" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='email.html']")).ToHaveValueAsync(Hostile);
        await AssertHarmlessAsync(page);
    }

    [Fact]
    public async Task Look_OpenedByItself_IsOfNoOriginAndRunsNothing()
    {
        using var anna = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.EditorKey);

        using var answer = await anna.SendFormAsync("/dashboard/templates/look", ("email.subject", "s"), ("email.html", Hostile));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("; sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));

        using var faulty = await anna.SendFormAsync("/dashboard/templates/look", ("email.subject", "<b>{{"), ("email.html", "x"));
        Assert.DoesNotContain("<b>", await faulty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Whoever sends mail would learn who looked at it, and when.</summary>
    [Fact]
    public async Task Look_WithAPictureAndALinkOfElsewhere_AsksNobody()
    {
        await using var elsewhere = await HookReceiver.StartAsync(_ => new HookAnswer(200));
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates/new");
        await person.FillAsync("email.subject", "s");
        await person.FillAsync("email.html", $"<a href=\"{elsewhere.Url}away\">Away</a><a href=\"{elsewhere.Url}top\" target=\"_top\">Top</a><img src=\"{elsewhere.Url}picture\">");
        await person.PressAsync("Preview");
        await person.PressAsync("Show how it looks");
        var look = page.FrameLocator("iframe.look");
        await look.GetByText("Top").ClickAsync();
        await look.GetByText("Away").ClickAsync();

        await Assertions.Expect(look.GetByText("Away")).ToHaveCountAsync(0);
        Assert.EndsWith("/dashboard/templates/new#preview", page.Url, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Hooks);
    }

    [Fact]
    public async Task Edit_OfATemplateThatSomebodyElseChanged_OverwritesNothing()
    {
        var id = await engine.Client.AddTemplateAsync(_key, Sms("mine"));
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync($"/dashboard/templates/{id}/edit");
        var theirs = new JsonObject { ["key"] = _key, ["name"] = "Theirs", ["channels"] = Sms("theirs") };
        (await engine.Client.AdminAsync(HttpMethod.Put, $"templates/{id}", theirs.ToJsonString())).AssertOk();

        await person.FillAsync("sms.text", "mine, and better");
        await person.PressAsync("Save");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was overwritten");
        await Assertions.Expect(page.Locator("[name='sms.text']")).ToHaveValueAsync("mine, and better");
        Assert.Equal("theirs", await TextAsync(id));
        await person.LookAsync("template-overtaken");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "what they changed" })).ToHaveAttributeAsync("href", $"/dashboard/templates/{id}/diff?from=1&to=2");
        await person.PressAsync("Save");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");
        Assert.Equal("mine, and better", await TextAsync(id));
    }

    [Fact]
    public async Task Key_ThatAnotherTemplateHas_IsRefusedAtItsField()
    {
        await engine.Client.AddTemplateAsync(_key, Sms("first"));
        using var anna = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.EditorKey);

        using var answer = await anna.SendFormAsync("/dashboard/templates/new", ("do", "save"), ("key", _key), ("name", "Second"), ("sms.text", "second"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("f-key-fault", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_SeesTemplatesAndCanChangeNone()
    {
        var id = await engine.Client.AddTemplateAsync(_key, Sms("stays"));
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.ViewerKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "New template" })).ToHaveCountAsync(0);
        await page.GotoAsync($"/dashboard/templates/{id}");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("SMS, text: stays");
        await Assertions.Expect(page.Locator("#versions tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#content form[method=post]")).ToHaveCountAsync(0);
        await page.GetByLabel("Person", new() { Exact = true }).FillAsync("nobody-of-this-id");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#f-person-fault")).ToContainTextAsync("nobody's id");
        await page.GetByLabel("Person", new() { Exact = true }).FillAsync(Somebody);
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#said-text")).ToHaveTextAsync("stays");
        await person.LookAsync("template-of-a-viewer");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Edit and preview" })).ToHaveCountAsync(0);

        using var vera = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.ViewerKey);
        foreach (var path in new[] { "new", $"{id}/edit" })
        {
            using var shown = await vera.GetAsync($"/dashboard/templates/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
        }

        foreach (var path in new[] { "new", "look", $"{id}/edit", $"{id}/remove", $"{id}/rollback" })
        {
            using var answer = await vera.SendFormAsync($"/dashboard/templates/{path}", ("do", "save"), ("key", _key), ("name", "n"), ("sms.text", "gone"), ("version", "1"), ("to", "1"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal("stays", await TextAsync(id));
    }

    [Fact]
    public async Task Requests_ThatNoFormWouldSend_AreAnsweredInWords()
    {
        using var person = await DashboardHttp.SignInAsync(engine.Address);
        var id = await engine.Client.AddTemplateAsync(_key, Sms("x"));

        foreach (var path in new[] { "999999", "999999/edit", "999999/diff?from=1&to=x", $"{id}/diff?from=1&to=99" })
        {
            using var missing = await person.GetAsync($"/dashboard/templates/{path}");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        foreach (var fields in new (string, string)[][]
        {
            [("do", "save")], [("do", "remove-data:")], [("do", "remove-data:push.99999999999999999999"), ("push.data.0.name", "a")], [("do", "remove-language:-1")], [("do", "dance:x")], [("do", "preview-as:")],
            [("do", "save"), ("language.0.tag", "de"), ("language.1.tag", "DE"), ("language.0.sms.text", "a"), ("language.1.sms.text", "b")],
            [("do", "save"), ("language.0.tag", "/~1"), ("language.0.sms.text", "\0"), ("default.0.name", "data.a/b~c"), ("default.0.value", "1e999"), ("push.data.0.name", "/"), ("push.data.0.value", "")],
            [("do", "preview"), ("preview.user", new string('a', 5000)), ("sms.text", "x")], [("do", "preview"), ("preview.user", "a\0b"), ("sms.text", "x")],
            [("do", "preview"), ("preview.channel", "pigeon"), ("sms.text", "x"), ("preview.data", "a = 1\na.b = 2\n= 3\nc")], [("do", "preview"), ("preview.language", "\uD800"), ("sms.text", "{{ person.language }}")],
            [("do", "preview"), ("sms.text", "x"), ("preview.channel", "email")], [("do", "preview"), ("sms.text", "x"), ("preview.data", $"a = {new string('b', 70_000)}")], [("do", "preview"), ("website.title", "x"), ("website.body", "x"), ("website.url", "javascript:1")],
        })
        {
            using var answer = await person.SendFormAsync("/dashboard/templates/new", fields);
            Assert.True((int)answer.StatusCode is >= 200 and <= 409, $"{(int)answer.StatusCode}: {string.Join(", ", fields)}");
        }

        foreach (var what in new[] { "999999/edit", "999999/rollback", "999999/remove", $"{id}/remove", $"{id}/rollback" })
        {
            using var answer = await person.SendFormAsync($"/dashboard/templates/{what}", ("version", "x"), ("to", "-"), ("do", "save"));
            Assert.InRange((int)answer.StatusCode, 400, 409);
        }

        Assert.Equal("x", await TextAsync(id));
    }

    private static async Task AssertHarmlessAsync(IPage page)
    {
        Assert.Null(await page.EvaluateAsync<int?>("() => window.hit ?? null"));
        Assert.Equal(0, await page.Locator("img, script:not([src^='/dashboard/assets/'])").CountAsync());
    }

    private async Task<string> TextAsync(long id) => (string)(await engine.Client.AdminAsync(HttpMethod.Get, $"templates/{id}")).AssertOk().Json["channels"]!["sms"]!["text"]!;
}
