using System.Net;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Access;

public sealed class SignInTests(DashboardEngine engine, Running.Browser browser)
{
    [Fact]
    public async Task SignIn_WithTheMasterKey_ShowsTheOverview()
    {
        await using var person = await browser.SignInAsync(engine.Address);

        Assert.Equal("Overview", await person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        Assert.Empty(person.Complaints);
        await person.LookAsync("overview");
    }

    [Fact]
    public async Task SignIn_WithNobodysKey_IsRefusedInWords()
    {
        await using var person = await browser.SignInAsync(engine.Address, "a key that nobody has");

        Assert.Contains("Nobody has this key", await person.Page.GetByRole(AriaRole.Alert).TextContentAsync(), StringComparison.Ordinal);
        await person.LookAsync("sign-in");
    }

    [Fact]
    public async Task Pages_WithoutASession_LeadToTheSignIn()
    {
        using var nobody = DashboardHttp.Nobody(engine.Address);

        using var answer = await nobody.GetAsync("/dashboard");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/dashboard/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
