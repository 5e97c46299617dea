using System.Diagnostics;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;
using static Microsoft.Playwright.Assertions;

namespace PersonalizationEngine.Browser.Tests.Overview;

public sealed class OverviewTests(DashboardEngine shared, Running.Browser browser)
{
    private const int Refreshed = 30_000, MostBytes = 150 * 1024;

    private static readonly TimeSpan Slowest = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Page_OfAnEmptyInstallation_IsCalmAndThenCountsWhatHappensWithoutAReload()
    {
        await using var process = await EngineProcess.StartAsync();
        await process.Client.BecomeReadyAsync();
        await using var person = await browser.SignInAsync(process.Client.Address);
        await Expect(person.Page.Locator("#alerts")).ToContainTextAsync("Nothing is wrong");
        await Expect(person.Page.Locator("#first-steps")).ToContainTextAsync("Nothing has happened here yet");
        await person.LookAsync("overview-empty");
        await person.Page.EvaluateAsync("window.isTheSamePage = true");

        await process.Client.DecideAsync(7);
        await Expect(person.Page.Locator("#key-figures")).ToContainTextAsync("7 in the last 5 minutes, 7 in 24 hours", new() { Timeout = Refreshed });
        await process.Client.ShowAsync(20, 8);
        await Expect(person.Page.Locator("#key-figures")).ToContainTextAsync("40.00 %", new() { Timeout = Refreshed });
        await Expect(person.Page.Locator("#key-figures")).ToContainTextAsync("20 shown in 30 days");
        await Expect(person.Page.Locator("#decisions tbody tr", new() { HasText = "Last 24 hours" }).Locator("td").First).ToHaveTextAsync("27");

        Assert.True(await person.Page.EvaluateAsync<bool>("window.isTheSamePage"));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Page_WhatIsOpenAndWhereOneIs_StaysOverARefresh()
    {
        await shared.Client.DecideAsync(3);
        await using var person = await browser.SignInAsync(shared.Address);
        await person.Page.GotoAsync("/dashboard");
        var numbers = person.Page.Locator("#decisions details").First;
        await numbers.Locator("summary").ClickAsync();
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Refresh" }).FocusAsync();
        await person.Page.EvaluateAsync("document.addEventListener('dashboard:refreshed', () => { window.wasRefreshed = true; })");
        await person.Page.WaitForFunctionAsync("() => window.wasRefreshed", null, new() { Timeout = Refreshed });

        await Expect(numbers).ToHaveAttributeAsync("open", "");
        await Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = "Refresh" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Alerts_OfAProviderThatRefuses_ComeAndGoAgain()
    {
        await using var provider = await HookReceiver.StartAsync(_ => new HookAnswer(422, """{"reason":"sender_not_verified"}"""));
        await using var process = await EngineProcess.StartAsync(null, ("EMAIL_WEBHOOK_URL", $"{provider.Url}email"));
        await process.Client.BecomeReadyAsync();
        await process.Client.AddCustomersAsync(12);
        await using var person = await browser.SignInAsync(process.Client.Address);
        await Expect(person.Page.Locator("#alerts")).ToContainTextAsync("Nothing is wrong");

        await process.Client.SendCampaignAsync();
        var alert = person.Page.Locator("[data-alert=dead-letters]");
        await Expect(alert).ToContainTextAsync("12 messages (should be: fewer than 10 an hour)", new() { Timeout = Refreshed * 2 });
        await Expect(alert.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/dashboard/dead-letters");
        await Expect(alert).ToContainTextAsync("docs/runbooks/dead-letters.md");
        await Expect(person.Page.Locator("#messages")).ToContainTextAsync("Given up", new() { Timeout = Refreshed });
        await person.LookAsync("overview-alert");
        provider.Answer = _ => new HookAnswer(200);
        (await process.Client.AdminAsync(HttpMethod.Post, "dead-letters/replay", """{"since":"2026-01-01T00:00:00Z","kind":"message"}""")).AssertOk();

        await Expect(person.Page.Locator("#alerts")).ToContainTextAsync("Nothing is wrong", new() { Timeout = Refreshed * 2 });
        await Expect(person.Page.Locator("#messages tbody tr", new() { Has = person.Page.GetByRole(AriaRole.Link, new() { Name = "Sent", Exact = true }) }).Locator("td").First).ToHaveTextAsync("12", new() { Timeout = Refreshed * 3 });
    }

    [Fact]
    public async Task Figures_OfAProcessThatEnded_AreThereInTheNextOne()
    {
        using var folder = new DataFolder();
        await using (var first = await EngineProcess.StartAsync(folder.Path))
        {
            await first.Client.BecomeReadyAsync();
            await first.Client.DecideAsync(5);
            await first.TerminateAsync();
        }

        await using var second = await EngineProcess.StartAsync(folder.Path);
        await second.Client.BecomeReadyAsync();
        await second.Client.DecideAsync(6);
        using var http = await DashboardHttp.SignInAsync(second.Client.Address);
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.Contains("11 in the last 5 minutes, 11 in 24 hours", await http.TextAsync("/dashboard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experiments_WithAHostileName_AreShownAsTextWithTheirVerdict()
    {
        await using var process = await EngineProcess.StartAsync();
        await process.Client.BecomeReadyAsync();
        await process.Client.StartExperimentAsync("hostile", "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>");
        await using var person = await browser.SignInAsync(process.Client.Address);

        var row = person.Page.Locator("#trials tbody tr");
        await Expect(row.GetByRole(AriaRole.Link)).ToHaveTextAsync("<script>alert(1)</script>\"'><img src=x onerror=alert(2)>");
        await Expect(row).ToContainTextAsync("Nobody has been served a variant yet.", new() { Timeout = Refreshed });
        Assert.Equal(0, await person.Page.Locator("main script, main img").CountAsync());
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Page_WithAMonthOfADemo_FitsAndIsReadable(int width, bool isDark)
    {
        await shared.Client.DecideAsync(30);
        await using var person = await browser.SignInAsync(shared.Address, width: width, isDark: isDark);
        await person.Page.GotoAsync("/dashboard");
        await Expect(person.Page.Locator("#segments")).ToContainTextAsync("Cold");
        Assert.True(await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
        await person.LookAsync($"overview-{width}-{(isDark ? "dark" : "light")}");
        Assert.Empty((await person.Page.RunAxe()).Violations.Where(found => found.Impact is "serious" or "critical").Select(found => $"{found.Id}: {found.Help}"));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Page_WithoutScript_ShowsTheSameAndALinkToRefresh()
    {
        await shared.Client.DecideAsync(3);
        await using var person = await browser.SignInAsync(shared.Address, DashboardEngine.ViewerKey, hasScript: false);
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Last 24 hours" }).ClickAsync();
        await Expect(person.Page.Locator("#decisions svg").First).ToContainTextAsync("by half hours");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Refresh" }).ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new Uri(shared.Address, "/dashboard?over=day").ToString());
        await Expect(person.Page.Locator("#key-figures")).ToContainTextAsync("target 5 %");
    }

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard?over=day")]
    [InlineData("/dashboard?over=%3Cscript%3E")]
    public async Task Page_OnAWarmProcess_IsSmallAndFast(string path)
    {
        using var http = await DashboardHttp.SignInAsync(shared.Address);
        await http.TextAsync(path);
        var times = new List<TimeSpan>();
        for (var i = 0; i < 9; i++)
        {
            var began = Stopwatch.GetTimestamp();
            Assert.InRange((await http.TextAsync(path)).Length, 1, MostBytes);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        // The machine that runs all tests at once is not the one to promise for; half of them must keep it all the same.
        Assert.InRange(times.Order().ElementAt(times.Count / 2), TimeSpan.Zero, Slowest);
    }
}
