using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Campaigns;

public sealed class SuppressionPageTests(CampaignDashboard engine, Running.Browser browser) : IClassFixture<CampaignDashboard>
{
    [Fact]
    public async Task Suppression_AddedOnThePage_StopsAMessageAndCanBeLifted()
    {
        var group = Defined.NewKey();
        var user = await engine.PersonAsync(group);
        var campaign = await engine.CampaignAsync("For nobody", group);
        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;

        await page.GotoAsync("/dashboard/suppressions");
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync("no address");
        await page.GetByRole(AriaRole.Button, new() { Name = "Suppress", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".fault").First).ToContainTextAsync("must be an email address");
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync($"{user}@example.com");
        await page.GetByRole(AriaRole.Button, new() { Name = "Suppress", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#suppressions")).ToContainTextAsync($"{user}@example.com");

        (await engine.Client.AdminAsync(HttpMethod.Post, $"campaigns/{campaign}/send")).AssertOk();
        await engine.StatsAsync(campaign, one => (long)one["suppressed"]! == 1);
        Assert.Equal(0, engine.SentTo(user));
        await page.GotoAsync($"/dashboard/deliveries?campaign={campaign}&status=suppressed");
        await Assertions.Expect(page.Locator("#deliveries")).ToContainTextAsync("the address is on the list of suppressions");
        await person.LookAsync("deliveries");

        await page.GotoAsync($"/dashboard/suppressions?q={user}");
        await person.ConfirmAsync("Lift", "Lift it now");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("lifted");
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData("/dashboard/campaigns")]
    [InlineData("/dashboard/templates")]
    [InlineData("/dashboard/deliveries?channel=sms&person=nobody")]
    [InlineData("/dashboard/suppressions?after=nonsense")]
    [InlineData("/dashboard/dead-letters?after=9223372036854775807")]
    public async Task Page_WithNothingToShow_SaysSo(string path)
    {
        using var somebody = await DashboardHttp.SignInAsync(engine.Address);

        await somebody.TextAsync(path);
        using var refused = await somebody.GetAsync("/dashboard/deliveries?campaign=none");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
