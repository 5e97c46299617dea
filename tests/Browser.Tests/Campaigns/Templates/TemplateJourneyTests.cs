using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Browser.Tests.Campaigns.Templates.TemplateWriting;

namespace PersonalizationEngine.Browser.Tests.Campaigns.Templates;

/// <summary>A template from the empty editor to a message, through a change that is taken back, and to its end.</summary>
public sealed class TemplateJourneyTests(DashboardEngine engine, Running.Browser browser)
{
    private readonly string _key = Defined.NewKey();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Template_WrittenPreviewedChangedAndRolledBack_IsWhatTheFormSaid(bool hasScript)
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript ? 1440 : 390, hasScript: hasScript);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates");
        await page.GetByRole(AriaRole.Link, new() { Name = "New template" }).First.ClickAsync();
        await person.FillAsync("email.subject", "Hello {{ person.id }}");
        await person.FillAsync("email.html", "<h1>Hello {{ person.id }}</h1>\n<p style=\"color:#c00\">Bring a {{ person.traits.unheard_of }} and {{ person.traits.nothing }}.</p>");
        await person.FillAsync("default.0.name", "person.traits.unheard_of");
        await person.FillAsync("default.0.value", "friend");
        await person.FillAsync("preview.user", Somebody);
        await person.PressAsync("Preview");

        await Assertions.Expect(page.Locator("#said-subject")).ToHaveTextAsync($"Hello {Somebody}");
        await Assertions.Expect(page.Locator("#said-text")).ToContainTextAsync("Bring a friend and .");
        await Assertions.Expect(page.Locator("#defaults-used")).ToContainTextAsync("person.traits.unheard_of");
        await Assertions.Expect(page.Locator("#warnings")).ToContainTextAsync("person.traits.nothing is unknown and has no default");
        await person.PressAsync("Show how it looks");
        var heading = page.FrameLocator("iframe.look").Locator("h1");
        await Assertions.Expect(heading).ToHaveTextAsync($"Hello {Somebody}");
        await Assertions.Expect(page.FrameLocator("iframe.look").Locator("p").First).ToHaveCSSAsync("color", "rgb(204, 0, 0)");
        await page.Locator("iframe.look").ScrollIntoViewIfNeededAsync();
        await person.LookAsync($"template-preview-{hasScript}");

        await person.FillAsync("name", $"Welcome {hasScript}");
        await person.FillAsync("key", _key);
        await person.PressAsync("Save");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("Email, subject: Hello {{ person.id }}");
        var id = long.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        var stored = await StoredAsync(id);
        Assert.Equal("friend", (string)stored["defaults"]!["person.traits.unheard_of"]!);

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit and preview" }).ClickAsync();
        await person.FillAsync("email.subject", "Good day {{ person.id }}");
        await person.FillAsync("reason", "more polite");
        await person.PressAsync("Save");
        await Assertions.Expect(page.Locator("#versions")).ToContainTextAsync("more polite");
        await person.LookAsync($"template-{hasScript}");
        await page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".diff .went")).ToContainTextAsync("Hello {{ person.id }}");
        await Assertions.Expect(page.Locator(".diff .came")).ToContainTextAsync("Good day {{ person.id }}");
        await person.LookAsync($"template-diff-{hasScript}");

        await page.GetByRole(AriaRole.Link, new() { Name = "The template" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go back to this …" }).ClickAsync();
        await person.ConfirmAsync("Go back to version 1", "Go back now");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("as it was at version 1");
        await Assertions.Expect(page.Locator("#versions tbody tr")).ToHaveCountAsync(3);
        var back = await StoredAsync(id);
        Assert.True(JsonNode.DeepEquals(stored["channels"], back["channels"]), back.ToJsonString());
        Assert.Equal(3, (int)back["version"]!);
        var audit = await engine.Client.AdminAsync(HttpMethod.Get, "audit?by=anna&limit=200");
        Assert.Contains(audit.Json["items"]!.AsArray(), one => one!.ToJsonString().Contains("template", StringComparison.Ordinal));

        await person.ConfirmAsync("Remove this template", "Remove it now");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is removed");
        Assert.Equal(404, (await engine.Client.AdminAsync(HttpMethod.Get, $"templates/{id}")).Status);
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Template_WithEverythingADocumentHas_ComesBackAsItWas()
    {
        JsonObject Shown() => new()
        {
            ["title"] = "T {{ person.name }}",
            ["body"] = "line one\n\n  line two ",
            ["url"] = "https://shop.example/{{ data.path }}",
            ["image_url"] = "https://shop.example/a.png",
            ["data"] = new JsonObject { ["screen"] = "offers", ["a.b"] = " {{ data.x }}\nand more" },
        };
        JsonObject All() => new()
        {
            ["email"] = new JsonObject { ["subject"] = "S", ["preheader"] = "P", ["html"] = "\n<p>“é” 👋</p>\n", ["text"] = "plain" },
            ["sms"] = new JsonObject { ["text"] = "é" },
            ["push"] = Shown(),
            ["website"] = Shown(),
        };
        var document = new JsonObject
        {
            ["key"] = _key,
            ["name"] = "Everything",
            ["channels"] = All(),
            ["languages"] = new JsonObject { ["de"] = All(), ["pt-br"] = Sms("olá") },
            ["defaults"] = new JsonObject { ["person.name"] = "you", ["data.n"] = 5, ["data.t"] = "5", ["data.yes"] = true, ["data.long"] = "a\nb", ["data.none"] = "" },
            ["track_links"] = new JsonObject { ["sms"] = true, ["email"] = false },
        };
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "templates", document.ToJsonString())).AssertOk().Json["id"]!;
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        await person.Page.GotoAsync($"/dashboard/templates/{id}/edit");
        await person.LookAsync("template-everything");

        await person.PressAsync("Save");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");

        var stored = await StoredAsync(id);
        foreach (var (name, value) in document) Assert.True(JsonNode.DeepEquals(value, stored[name]), $"{name}: {stored[name]?.ToJsonString()}");
    }

    [Fact]
    public async Task Sms_Previewed_TellsWhatItCosts()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates/new");
        await person.UnfoldAsync("sms");
        await person.FillAsync("sms.text", new string('a', 155) + " {{ data.code }}");
        await person.FillAsync("preview.data", "code = 7311");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#sms-cost")).ToContainTextAsync("1 segment");
        await Assertions.Expect(page.Locator("#sms-cost")).ToContainTextAsync("160 characters in GSM-7");
        await Assertions.Expect(page.Locator("#said-text")).ToContainTextAsync("a 7311");

        await person.FillAsync("sms.text", new string('a', 155) + " {{ data.code }} ☃");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#sms-cost")).ToContainTextAsync("3 segments");
        await Assertions.Expect(page.Locator("#sms-cost")).ToContainTextAsync("162 characters in UCS-2");
        await Assertions.Expect(page.Locator("#previewed")).ToContainTextAsync("Without ☃");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Person_TypedByTheBeginningOfAnId_IsFoundAndChosen()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates/new");
        await person.UnfoldAsync("push");
        await person.FillAsync("push.title", "For {{ person.id }}");
        await person.FillAsync("push.body", "Hello");
        await person.FillAsync("preview.user", Somebody[..6]);
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#f-preview-user-fault")).ToContainTextAsync("nobody's id");
        await page.Locator("#found button").Filter(new() { HasText = Somebody }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#said-subject")).ToHaveTextAsync($"For {Somebody}");

        await person.FillAsync("preview.user", "nobody-of-this-name");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#f-preview-user-fault")).ToContainTextAsync("begins so");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Language_Added_IsSaidToThoseWhoSpeakIt()
    {
        await using var person = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: false);
        var page = person.Page;
        await page.GotoAsync("/dashboard/templates/new");
        await person.UnfoldAsync("website");
        await person.FillAsync("website.title", "Good morning");
        await person.FillAsync("website.body", "Hello");
        await person.PressAsync("Add a field for the page");
        await person.FillAsync("website.data.0.name", "screen");
        await person.FillAsync("website.data.0.value", "offers");
        await person.PressAsync("Add a language");
        await person.FillAsync("language.0.tag", "de");
        await person.UnfoldAsync("language-0-website");
        await person.FillAsync("language.0.website.title", "Guten Morgen");
        await person.FillAsync("language.0.website.body", "Hallo");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#said-subject")).ToHaveTextAsync("Good morning");
        await Assertions.Expect(page.Locator("#previewed")).ToContainTextAsync("screen: offers");
        await page.GetByLabel("Language", new() { Exact = true }).Last.SelectOptionAsync("de");
        await person.PressAsync("Preview");
        await Assertions.Expect(page.Locator("#said-subject")).ToHaveTextAsync("Guten Morgen");
        await Assertions.Expect(page.Locator("[name='website.data.0.value']")).ToHaveValueAsync("offers");

        await person.PressAsync("Remove this language");
        await Assertions.Expect(page.Locator("[name='language.0.tag']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[name='website.title']")).ToHaveValueAsync("Good morning");
    }

    private async Task<JsonNode> StoredAsync(long id) => (await engine.Client.AdminAsync(HttpMethod.Get, $"templates/{id}")).AssertOk().Json;
}
