using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Leads;

/// <summary>On a laptop and on a phone, by day and by night, for everybody, and without scripts.</summary>
public sealed class LeadLookTests(DashboardEngine engine, Running.Browser browser)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Pages_Anywhere_FitAndAreAccessible(int width, bool isDark)
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("looked-at"), 12, ("name", "Lena Looked-At"), ("email", $"{Sent.NewId()}@example.com"), ("company", "Acme"));
        await using var person = await browser.SignInAsync(engine.Address, width: width, isDark: isDark);
        foreach (var (address, name) in new[] { ("/dashboard/leads", "leads"), (MadeLeads.Page(id), "lead") })
        {
            await person.Page.GotoAsync(address);
            await person.LookAsync($"{name}-{width}-{(isDark ? "dark" : "light")}");
            Assert.True(await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), address);
            var axe = await person.Page.RunAxe();
            Assert.Empty(axe.Violations.Where(found => found.Impact is "serious" or "critical").Select(Tell));
        }

        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Pages_WithoutScript_SayTheSame()
    {
        var id = await engine.Client.LeadAsync(Sent.NewId("plain"), 12);
        await using var person = await browser.SignInAsync(engine.Address, hasScript: false);
        await person.Page.GotoAsync(MadeLeads.Page(id));
        await person.Page.Locator("#data summary").ClickAsync();
        Assert.True(await person.Page.GetByLabel("Type their id to confirm").IsVisibleAsync());
        await person.Page.GotoAsync($"/dashboard/leads?q={id}");
        Assert.Equal(1, await person.Page.Locator("table.leads tbody tr").CountAsync());
    }

    private static string Tell(AxeResultItem found) => $"{found.Id}: {found.Help} at {string.Join(", ", found.Nodes.Select(node => node.Html).Take(3))}";
}
