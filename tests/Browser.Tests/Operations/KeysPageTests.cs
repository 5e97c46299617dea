using System.Net;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Operations;

/// <summary>An administrator gives somebody a key and takes it away again.</summary>
public sealed class KeysPageTests(DashboardEngine engine, Running.Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Key_MadeAndRevoked_OpensAndOpensNoMore(bool hasScript)
    {
        var name = $"carla.{Guid.CreateVersion7():n}"[..30];
        await using var admin = await browser.SignInAsync(engine.Address, hasScript: hasScript);
        await admin.Page.GotoAsync("/dashboard/operations/keys");
        await admin.Page.GetByLabel("Name").FillAsync(name);
        await admin.Page.GetByLabel("Role").SelectOptionAsync("editor");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        var secret = (await admin.Page.Locator("#secret").TextContentAsync())!;
        Assert.Matches("^pek_[A-Za-z0-9_-]{43}$", secret);
        await admin.LookAsync("key-made");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "I have copied it" }).ClickAsync();
        Assert.DoesNotContain(secret, await admin.Page.ContentAsync(), StringComparison.Ordinal);

        using var carla = await DashboardHttp.SignInAsync(engine.Address, secret);
        Assert.Contains($"{name} <span class=\"soft\">editor</span>", await carla.TextAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Equal(404, (await ChangeAsync(secret)).Status);

        await admin.Page.ReloadAsync();
        var row = admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
        Assert.Contains("ago", await row.TextContentAsync(), StringComparison.Ordinal);
        await row.Locator("summary").ClickAsync();
        await admin.LookAsync("key-revoke");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Contains($"The key of {name} is revoked", await admin.Page.GetByRole(AriaRole.Status).TextContentAsync(), StringComparison.Ordinal);

        using (var after = await carla.GetAsync("/dashboard")) Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
        Assert.Equal(401, (await ChangeAsync(secret)).Status);
        using var again = DashboardHttp.Nobody(engine.Address);
        using (var refused = await again.PostAsync("/dashboard/sign-in", ("key", secret))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(admin.Complaints);
    }

    /// <summary>As it is in a second process on the same store, which nobody tells of it.</summary>
    [Fact]
    public async Task Key_RevokedInTheStoreBehindTheProcess_OpensNoMoreSoonAfter()
    {
        await using var process = await EngineProcess.StartAsync();
        await process.Client.BecomeReadyAsync();
        using var admin = await DashboardHttp.SignInAsync(process.Client.Address);
        using var made = await admin.SendFormAsync("/dashboard/operations/keys/add", ("name", "dora"), ("role", "viewer"));
        var secret = (await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("id=\"secret\">")[1].Split('<')[0];
        using var dora = await DashboardHttp.SignInAsync(process.Client.Address, secret);
        var store = new EngineStore(process.DataDirectory);
        Assert.Equal(0, store.Count("select count(*) from access_keys where key_hash like '%pek_%'"));

        store.Rows("update access_keys set revoked_at = 1 where name = 'dora' returning 1", row => row.GetInt64(0));
        await Task.Delay(TimeSpan.FromSeconds(3.5), TestContext.Current.CancellationToken);

        using var after = await dora.GetAsync("/dashboard");
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
    }

    [Theory]
    [InlineData("", "viewer", "must be a name of a-z")]
    [InlineData("Anna Smith", "viewer", "must be a name of a-z")]
    [InlineData("<script>alert(1)</script>", "viewer", "must be a name of a-z")]
    [InlineData("vera", "viewer", "EDITOR_KEYS already")]
    [InlineData("_master", "admin", "the audit calls the engine itself")]
    [InlineData("emil", "owner", "must be viewer, editor or admin")]
    public async Task Key_ThatCannotBe_IsRefusedAtItsField(string name, string role, string why)
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);

        using var answer = await admin.SendFormAsync("/dashboard/operations/keys/add", ("name", name), ("role", role));

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_OnThePage_SeesWhoHasKeysAndNoForms()
    {
        await using var vera = await browser.SignInAsync(engine.Address, DashboardEngine.ViewerKey, width: 390, isDark: true);
        await vera.Page.GotoAsync("/dashboard/operations/keys");

        Assert.Equal(1, await vera.Page.GetByRole(AriaRole.Rowheader, new() { Name = "vera" }).CountAsync());
        Assert.Equal(0, await vera.Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).CountAsync());
        Assert.Equal(0, await vera.Page.Locator("summary", new() { HasText = "Revoke" }).CountAsync());
        Assert.Empty(vera.Complaints);
        await vera.LookAsync("keys-phone-dark");
    }

    private Task<EngineResponse> ChangeAsync(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/admin/rules/987654");
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", key);
        return engine.Client.SendAsync(request);
    }
}
