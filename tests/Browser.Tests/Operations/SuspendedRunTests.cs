using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Browser.Tests.Operations;

/// <summary>A campaign's run, held and let go again while its provider takes its time.</summary>
public sealed class SuspendedRunTests(Running.Browser browser)
{
    [Fact]
    public async Task ARunUnderWay_SuspendedResumedAndTerminated_SaysSo()
    {
        await using var provider = await HookReceiver.StartAsync(_ => HookAnswer.Silence);
        await using var engine = await EngineProcess.StartAsync(null, ("EMAIL_WEBHOOK_URL", $"{provider.Url}email"));
        await engine.Client.BecomeReadyAsync();
        await DashboardEngine.FeedAsync(engine.Client, "--people", "1500", "--items", "40", "--events", "1500");
        var template = new JsonObject
        {
            ["key"] = "slow",
            ["name"] = "Slow",
            ["channels"] = new JsonObject { ["email"] = new JsonObject { ["subject"] = "Hello", ["html"] = "<p>Hello</p>" } },
        };
        (await engine.Client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        var campaign = new JsonObject { ["name"] = "Slow", ["template"] = (string)template["key"]!, ["audience"] = new JsonObject() };
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;
        await using var person = await browser.SignInAsync(engine.Client.Address);
        (await engine.Client.AdminAsync(HttpMethod.Post, $"campaigns/{id}/send")).AssertOk();

        await person.Page.GotoAsync("/dashboard/operations/orchestrations?status=Running");
        await person.Page.Locator("#list tbody tr").Filter(new() { HasText = "RunCampaign" }).GetByRole(AriaRole.Link).ClickAsync();
        await DoAsync(person, "Suspend", "Suspended");
        await person.LookAsync("orchestration-suspended");
        await DoAsync(person, "Resume", "Running");
        await DoAsync(person, "Terminate", "Terminated");
        Assert.Empty(person.Complaints);
    }

    private static async Task DoAsync(Person person, string action, string status)
    {
        await person.Page.GetByText(action, new() { Exact = true }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = action }).ClickAsync();
        await person.Page.Locator("#state").GetByText(status, new() { Exact = true }).WaitForAsync();
    }
}
