using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Operations;

/// <summary>What was done, and with what settings.</summary>
public sealed class RecordPagesTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    public async Task Audit_OfAGroup_ShowsWhatItWasAndWhatItIs(int width, bool isDark)
    {
        var key = $"seen-{Guid.CreateVersion7():n}";
        var added = await engine.Client.AdminAsync(HttpMethod.Post, "groups", $$"""{"key":"{{key}}","name":"{{Hostile}}","values":["a","b"]}""");
        await engine.Client.AdminAsync(HttpMethod.Put, $"groups/{added.AssertOk().Json["id"]}", $$"""{"key":"{{key}}","name":"Named anew","values":["a","c"]}""");
        await using var admin = await browser.SignInAsync(engine.Address, width: width, isDark: isDark);
        await admin.Page.GotoAsync($"/dashboard/operations/audit?kind=saved_groups&id={added.Json["id"]}");

        var changed = admin.Page.Locator("table.audit > tbody > tr").First;
        await changed.Locator("summary").ClickAsync();
        Assert.Contains(Hostile, await changed.Locator("del").AllTextContentsAsync());
        Assert.Contains("Named anew", await changed.Locator("ins").AllTextContentsAsync());
        await admin.LookAsync($"audit-{width}");
        Assert.Equal(2, await admin.Page.Locator("table.audit > tbody > tr").CountAsync());
        Assert.Equal(0, await admin.Page.Locator("img[src=x]").CountAsync());
        Assert.Empty(admin.Complaints);
    }

    [Fact]
    public async Task Audit_Filtered_ShowsThatAlone()
    {
        await using var anna = await browser.SignInAsync(engine.Address, DashboardEngine.EditorKey);
        await anna.Page.GotoAsync("/dashboard/operations/audit");
        await anna.Page.GetByLabel("Who").FillAsync("anna");
        await anna.Page.GetByLabel("What").SelectOptionAsync("sign_in");
        await anna.Page.GetByLabel("From (UTC)").FillAsync("2026-01-01T00:00");
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        var rows = anna.Page.Locator("table.audit > tbody > tr");
        Assert.True(await rows.CountAsync() > 0);
        Assert.All(await rows.AllTextContentsAsync(), text => Assert.Contains("anna", text, StringComparison.Ordinal));
        await rows.First.Locator("summary").ClickAsync();
        Assert.Contains("editor", await rows.First.Locator(".diff").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(anna.Complaints);
    }

    [Theory]
    [InlineData("keys", 1440, false)]
    [InlineData("keys", 390, true)]
    [InlineData("audit", 1440, true)]
    [InlineData("audit", 390, false)]
    [InlineData("settings", 390, true)]
    [InlineData("settings", 1440, false)]
    public async Task Pages_LookedAtByAxe_HaveNothingSeriousAndNoSidewaysScroll(string name, int width, bool isDark)
    {
        await using var admin = await browser.SignInAsync(engine.Address, width: width, isDark: isDark);
        await admin.Page.GotoAsync($"/dashboard/operations/{name}");

        var found = await admin.Page.RunAxe();

        Assert.Empty(found.Violations.Where(one => one.Impact is "serious" or "critical").Select(one => $"{one.Id}: {one.Nodes[0].Html}"));
        Assert.True(await admin.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await admin.LookAsync($"{name}-{width}");
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("to=0001-01-01T00:00")]
    [InlineData("kind=012345678901234567890123456789012345678901234567890")]
    public async Task Audit_AskedForWhatCannotBe_SaysSoAtTheField(string query)
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        using var answer = await admin.GetAsync($"/dashboard/operations/audit?{query}");
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("must be", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before=-1")]
    [InlineData("before=x")]
    [InlineData("by=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("kind=%00&id=%F0%9F%91%A9")]
    public async Task Audit_AskedForAnything_IsAPage(string query)
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        Assert.DoesNotContain("<script>alert", await admin.TextAsync($"/dashboard/operations/audit?{query}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_OnThePage_AreAllThereAndNoSecretIsAmongThem()
    {
        using var vera = await DashboardHttp.SignInAsync(engine.Address, DashboardEngine.ViewerKey);

        var page = await vera.TextAsync("/dashboard/operations/settings");

        foreach (var secret in new[] { EngineProcess.MasterKey, EngineProcess.FunctionKey, EngineProcess.Secret, EngineProcess.OtherSecret, EngineProcess.Token, DashboardEngine.EditorKey, DashboardEngine.ViewerKey })
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Contains("<code>HOST_MASTER_KEY</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>dashboard.entra</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>slots.NAME</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("personalization-", page.Split("<code>WEBHOOK_SECRETS</code>")[1].Split("</tr>")[0], StringComparison.Ordinal);
        Assert.True(page.Length < 150 * 1024, $"{page.Length} characters");
    }

    [Fact]
    public async Task Settings_ThatDiffer_SayWhereFrom()
    {
        await using var admin = await browser.SignInAsync(engine.Address);
        await admin.Page.GotoAsync("/dashboard/operations/settings");
        await admin.LookAsync("settings");
        await admin.Page.GetByLabel("only those that differ").CheckAsync();
        await admin.Page.GetByLabel("Name").FillAsync("rules");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        var row = await admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "rules.holdout" }).TextContentAsync();
        Assert.Contains("environment", row, StringComparison.Ordinal);
        Assert.Equal(0, await admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "rules.review" }).CountAsync());
        Assert.Empty(admin.Complaints);
    }
}
