using System.Net;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Operations;

public sealed class OrchestrationPageTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Address = "/dashboard/operations/orchestrations";

    [Fact]
    public async Task Orchestrations_ThatAreOver_AreListedToldOfAndForgotten()
    {
        await using var person = await browser.SignInAsync(engine.Address);
        var id = await FinishedAsync(person);
        await person.LookAsync("orchestrations-1440");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true }).ClickAsync();
        Assert.Equal("DeliverDue", await person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        await person.LookAsync("orchestration-1440");

        await person.Page.GetByText("Forget", new() { Exact = true }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Forget" }).ClickAsync();

        Assert.Contains("forgotten", await person.Page.GetByRole(AriaRole.Status).First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await person.Page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true }).CountAsync());
        var audit = await engine.Client.AdminAsync(HttpMethod.Get, "audit?limit=20");
        Assert.Contains("purged", audit.Body, StringComparison.Ordinal);
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Orchestrations_AskedForWrongly_SayWhatIsWrong()
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        foreach (var (path, status) in new[]
        {
            ($"{Address}?status=nonsense", HttpStatusCode.BadRequest), ($"{Address}?after=nonsense", HttpStatusCode.BadRequest),
            ("/dashboard/operations/orchestration", HttpStatusCode.NotFound), ("/dashboard/operations/orchestration?id=%3Cscript%3E", HttpStatusCode.NotFound),
        })
        {
            using var answer = await admin.GetAsync(path);
            Assert.Equal(status, answer.StatusCode);
        }

        using var none = await admin.SendFormAsync("/dashboard/operations/orchestration/suspend", ("id", "no-such"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>What is due is sent every minute by an orchestration: the timer is asked, so that nobody waits for the minute.</summary>
    private async Task<string> FinishedAsync(Person person)
    {
        using var admin = await DashboardHttp.SignInAsync(engine.Address);
        using var asked = await admin.SendFormAsync("/dashboard/operations/timers/run", ("timer", "StartDeliveries"));
        for (var tries = 0; tries < 60; tries++)
        {
            await person.Page.GotoAsync($"{Address}?status=Completed");
            var links = person.Page.Locator("#list tbody th a");
            if (await links.CountAsync() > 0) return (await links.First.TextContentAsync())!;
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No orchestration came to its end.");
    }
}
