using System.Net;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Campaigns;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Browser.Tests.Operations;

/// <summary>Another system is told what happens: its address is added, tried, changed, given a new secret and removed in the browser.</summary>
public sealed class EndpointPageTests(Running.Browser browser) : IAsyncLifetime
{
    private EngineProcess? _process;
    private HookReceiver? _receiver;

    private Uri Address => _process!.Client.Address;

    public async ValueTask InitializeAsync()
    {
        _receiver = await HookReceiver.StartAsync();
        _process = await EngineProcess.StartAsync(
            null, ("endpoints__allow_private_addresses", "true"), ("EDITOR_KEYS", $"vera/viewer:{DashboardEngine.ViewerKey} anna:{DashboardEngine.EditorKey}"));
        await _process.Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        if (_receiver is not null) await _receiver.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Endpoint_AddedTriedChangedRotatedReplayedAndRemoved_DoesWhatThePageSays(bool hasScript)
    {
        await using var anna = await browser.SignInAsync(Address, DashboardEngine.EditorKey, hasScript: hasScript);
        var page = anna.Page;
        await page.GotoAsync("/dashboard/operations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Webhooks" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nobody is told anything yet");
        await page.GetByRole(AriaRole.Link, new() { Name = "New endpoint" }).First.ClickAsync();
        await page.GetByLabel("Address").FillAsync("ftp://crm.example.com");
        await page.GetByLabel("Description").FillAsync("The CRM");
        await page.GetByLabel("a score crosses a threshold").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the endpoint" }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-url-fault")).ToContainTextAsync("must be an address");
        await Assertions.Expect(page.GetByLabel("a score crosses a threshold")).ToBeCheckedAsync();
        await page.GetByLabel("Address").FillAsync($"{_receiver!.Url}crm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the endpoint" }).ClickAsync();
        var secret = await SecretAsync(page);
        await anna.LookAsync($"endpoint-added-{hasScript}");
        await page.GetByRole(AriaRole.Link, new() { Name = "I have copied it" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("score.crossed");
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test message" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The test message was taken (HTTP 200");
        Assert.Contains("endpoint.test", Assert.Single(_receiver.Hooks).Body, StringComparison.Ordinal);

        await anna.ConfirmAsync("Turn off", "Turn it off now");
        await Assertions.Expect(page.Locator(".badge").First).ToHaveTextAsync("Off");
        await anna.ConfirmAsync("Turn on", "Turn it on now");
        await Assertions.Expect(page.Locator(".badge").First).ToHaveTextAsync("On");
        await anna.ConfirmAsync("New secret", "Make a new secret");
        Assert.NotEqual(secret, await SecretAsync(page));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("signs as well until");

        var id = (long)(await _process!.Client.AdminAsync(HttpMethod.Get, "webhook-endpoints")).AssertOk().Json["items"]![0]!["id"]!;
        GiveUp(id, "e1", TimeProvider.System.GetUtcNow().AddDays(-1));
        await page.GotoAsync($"/dashboard/operations/endpoints/{id}?status=dead");
        await Assertions.Expect(page.Locator("#endpoint-messages")).ToContainTextAsync("Given up");
        await anna.LookAsync($"endpoint-{hasScript}");
        await anna.ConfirmAsync("Send again", "Send it again now");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 message is sent again");
        await ReceivedAsync("msg_e1");
        await DeliveredAsync(id);
        await page.GotoAsync($"/dashboard/operations/endpoints/{id}?status=delivered");
        await Assertions.Expect(page.Locator("#endpoint-messages")).ToContainTextAsync("msg_e1");

        await anna.ConfirmAsync("Remove", "Remove it for good");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("removed");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nobody is told anything yet");
        var audit = (await _process.Client.AdminAsync(HttpMethod.Get, "audit?kind=webhook_endpoint&limit=50")).AssertOk().Body;
        foreach (var action in new[] { "added", "changed", "secret_rotated", "replayed", "removed" }) Assert.Contains($"\"{action}\"", audit, StringComparison.Ordinal);
        Assert.Contains("\"anna\"", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", audit, StringComparison.Ordinal);
        Assert.Empty(anna.Complaints);
    }

    [Fact]
    public async Task DeadLetters_TriedAgainOnTheirPage_AreDelivered()
    {
        var id = await AddAsync();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var days in new[] { 1, 2, 3 }) GiveUp(id, $"e{days}", now.AddDays(-days));
        await using var anna = await browser.SignInAsync(Address, DashboardEngine.EditorKey);
        var page = anna.Page;
        await page.GotoAsync("/dashboard/dead-letters");
        await Assertions.Expect(page.Locator("#dead-letters tbody tr")).ToHaveCountAsync(3);
        await anna.LookAsync("dead-letters");

        await anna.ConfirmAsync("Try again", "Try it again now");
        await Assertions.Expect(page.Locator("#dead-letters tbody tr")).ToHaveCountAsync(2);
        await page.Locator("summary").Filter(new() { HasText = "Try many again" }).ClickAsync();
        await page.GetByLabel("Since (UTC)").FillAsync($"{now.AddDays(-1.5).UtcDateTime:yyyy-MM-ddTHH:mm}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try them again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 dead letter is tried again");
        foreach (var days in new[] { 1, 3 }) await ReceivedAsync($"msg_e{days}");
        await Assertions.Expect(page.Locator("#dead-letters tbody tr")).ToHaveCountAsync(1);
        Assert.DoesNotContain(_receiver!.Hooks, hook => hook.Header("webhook-id") == "msg_e2");
        Assert.Empty(anna.Complaints);
    }

    [Fact]
    public async Task Viewer_SeesWhereItGoes_AndNeitherFormsNorSecrets()
    {
        var id = await AddAsync();
        using var vera = await DashboardHttp.SignInAsync(Address, DashboardEngine.ViewerKey);

        var page = await vera.TextAsync($"/dashboard/operations/endpoints/{id}");
        Assert.Contains(_receiver!.Url.Authority, page, StringComparison.Ordinal);
        foreach (var word in new[] { "whsec_", "Turn off", "New secret", "/edit\"", "Send a test" }) Assert.DoesNotContain(word, page, StringComparison.Ordinal);
        foreach (var action in new[] { "test", "off", "on", "rotate", "remove", "replay", "edit" })
        {
            using var refused = await vera.SendFormAsync($"/dashboard/operations/endpoints/{id}/{action}", ("url", "https://other.example.com"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var editor = await vera.GetAsync($"/dashboard/operations/endpoints/{id}/edit");
        Assert.Equal(HttpStatusCode.Forbidden, editor.StatusCode);
    }

    [Theory]
    [InlineData("edit", "url=&description=x", HttpStatusCode.BadRequest, "is required")]
    [InlineData("replay", "since=yesterday", HttpStatusCode.BadRequest, "must be a date and a time")]
    [InlineData("replay", "id=987654", HttpStatusCode.NotFound, "no such message")]
    public async Task Form_ThatCannotBe_IsRefusedWithItsReason(string action, string form, HttpStatusCode status, string why)
    {
        var id = await AddAsync();
        using var anna = await DashboardHttp.SignInAsync(Address, DashboardEngine.EditorKey);

        using var answer = await anna.SendFormAsync(
            $"/dashboard/operations/endpoints/{id}/{action}", [.. form.Split('&').Select(field => (field.Split('=')[0], field.Split('=')[1]))]);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var missing = await anna.SendFormAsync($"/dashboard/operations/endpoints/987654/{action}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static async Task<string> SecretAsync(IPage page)
    {
        var secret = (await page.Locator("#secret").TextContentAsync())!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        return secret;
    }

    private async Task<long> AddAsync() =>
        (long)(await _process!.Client.AdminAsync(HttpMethod.Post, "webhook-endpoints", $$"""{"url":"{{_receiver!.Url}}"}""")).AssertOk().Json["endpoint"]!["id"]!;

    /// <summary>A message as it lies in the store once it was given up: that takes more than a day.</summary>
    private void GiveUp(long endpoint, string name, DateTimeOffset at) => new EngineStore(_process!.DataDirectory).Rows(
        "insert into webhook_messages (endpoint_id, event_id, event_type, message_id, person_id, payload, status, attempts, reason, http_status, created_at, updated_at) "
        + $"values ({endpoint}, '{name}', 'score.crossed', 'msg_{name}', 'anna', '{{\"n\":1}}', 'dead', 8, 'failed', 500, {at.ToUnixTimeMilliseconds()}, {at.ToUnixTimeMilliseconds()}) returning id",
        row => row.GetInt64(0));

    /// <summary>What came of an attempt is kept a moment after the other side has it.</summary>
    private async Task DeliveredAsync(long endpoint)
    {
        for (var waits = 0; waits < 300; waits++)
        {
            var delivered = await _process!.Client.AdminAsync(HttpMethod.Get, $"webhook-endpoints/{endpoint}/messages?status=delivered");
            if (delivered.AssertOk().Json["items"]!.AsArray().Count > 0) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Nothing was delivered.");
    }

    private async Task ReceivedAsync(string message)
    {
        for (var waits = 0; waits < 300; waits++)
        {
            if (_receiver!.Hooks.Any(hook => hook.Header("webhook-id") == message)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{message} never came.");
    }
}
