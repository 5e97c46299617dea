using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

/// <summary>Saved groups are written, and their values come and go, in the browser.</summary>
public sealed class GroupPageTests(DashboardEngine engine, Running.Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Group_WrittenChangedNamedAndRemoved_IsWhatTheFormSaid(bool hasScript)
    {
        var key = $"fair-{hasScript}".ToLowerInvariant();
        await using var anna = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = anna.Page;
        await page.GotoAsync("/dashboard/segments");
        await page.GetByRole(AriaRole.Link, new() { Name = "New group" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Customers of the fair {hasScript}");
        await page.GetByLabel("Put in, one a line").FillAsync("ann\nbob\n5\nann\n <b>carl</b> ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the group" }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-key-fault")).ToContainTextAsync("is required");
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the group" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("it has 4 values");
        await Assertions.Expect(page.Locator("#values")).ToContainTextAsync("<b>carl</b>");
        var id = page.Url.Split('/')[^1].Split('?')[0];
        Assert.Equal("""["ann","bob",5,"\u003Cb\u003Ecarl\u003C/b\u003E"]""", (await ValuesAsync(id)).ToJsonString());

        await page.GetByLabel("Take out, one a line").FillAsync("bob\n5\nnobody");
        await page.GetByLabel("Put in, one a line").FillAsync("7");
        await page.GetByLabel("All of these are texts").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the group" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("it has 3 values");
        Assert.Equal("\"7\"", (await ValuesAsync(id))[2]!.ToJsonString());
        await page.GetByLabel("Contains").FillAsync("AN");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#values li")).ToHaveTextAsync(["ann"]);
        await anna.LookAsync($"group-{hasScript}");

        var rule = Defined.Rule(new JsonObject { ["id"] = new JsonObject { ["$inGroup"] = key } }, Defined.Show("of-a-group", "x")).With("name", $"Names {key}");
        var named = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString())).AssertOk().Json["id"]!;
        await RemoveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Names {key}");
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{named}")).AssertOk();
        await RemoveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The group is removed");
        Assert.Empty(anna.Complaints);
    }

    [Fact]
    public async Task Group_ChangedMeanwhile_IsNotOverwritten()
    {
        var added = await engine.Client.AdminAsync(HttpMethod.Post, "groups", """{"key":"meanwhile","name":"Meanwhile","values":["a"]}""");
        var id = $"{added.AssertOk().Json["id"]}";
        using var anna = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        (string, string)[] Form(string version) => [("version", version), ("key", "meanwhile"), ("name", "Meanwhile"), ("added", "mine")];
        (await engine.Client.AdminAsync(HttpMethod.Put, $"groups/{id}", """{"key":"meanwhile","name":"Meanwhile","values":["a","b"]}""")).AssertOk();

        using var late = await anna.SendFormAsync($"/dashboard/groups/{id}", Form("1"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("""["a","b"]""", (await ValuesAsync(id)).ToJsonString());
        using var again = await anna.SendFormAsync($"/dashboard/groups/{id}", Form("2"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("""["a","b","mine"]""", (await ValuesAsync(id)).ToJsonString());
    }

    [Fact]
    public async Task Viewer_SeesValues_AndCanChangeNone()
    {
        var added = await engine.Client.AdminAsync(HttpMethod.Post, "groups", """{"key":"for-vera","name":"For Vera","values":["seen"]}""");
        var address = $"/dashboard/groups/{added.AssertOk().Json["id"]}";
        using var vera = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.ViewerKey);

        var page = await vera.TextAsync(address);
        Assert.Contains("<code>seen</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Save the group", page, StringComparison.Ordinal);
        foreach (var path in new[] { address, $"{address}/remove", "/dashboard/groups/new" })
        {
            using var refused = await vera.SendFormAsync(path, ("key", "k"), ("name", "n"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    private static async Task RemoveAsync(IPage page)
    {
        await page.Locator("summary").Filter(new() { HasText = "Remove this group" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this group" }).ClickAsync();
    }

    private async Task<JsonArray> ValuesAsync(string id) => (await engine.Client.AdminAsync(HttpMethod.Get, $"groups/{id}")).AssertOk().Json["values"]!.AsArray();
}
