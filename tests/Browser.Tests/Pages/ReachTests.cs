using PersonalizationEngine.Browser.Tests.Pages.Crawl;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>The functions there are, held against what links lead to: no page without a way to it, no link to nothing.</summary>
[Collection(FurnishedPages.Name)]
public sealed class ReachTests(FurnishedEngine engine)
{
    [Fact]
    public async Task Links_All_LeadToAPage()
    {
        var broken = from page in await engine.FoundAsync() where page.Status != 200 select $"{page.Address} answers {page.Status}; the link is on {page.From}";

        Faults.AssertNone(broken);
    }

    [Fact]
    public async Task Functions_ThatShowSomething_AreReachedByALink()
    {
        var found = await engine.FoundAsync();

        Faults.AssertNone(PageRoutes.Shown.Where(route => !found.Any(page => PageRoutes.Matches(route, page.Path))));
    }

    [Fact]
    public async Task Pages_All_HaveOneHeadingATitleAndAFrame() => Assert.All(await engine.PagesAsync(), page =>
    {
        Assert.Equal(1, page.Text.Split("<h1").Length - 1);
        Assert.Contains(" · Personalization Engine</title>", page.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"content\"", page.Text, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Pages_WithoutASession_AreNotShown()
    {
        using var nobody = DashboardHttp.Nobody(engine.Address);
        foreach (var route in PageRoutes.Shown)
        {
            using var answer = await nobody.GetAsync(PageRoutes.Fill(route, "1"));
            Assert.True((int)answer.StatusCode == 303 && answer.Headers.Location!.ToString().StartsWith("/dashboard/sign-in", StringComparison.Ordinal), $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Changes_WithoutTheTokenOfTheSession_AreRefused()
    {
        using var person = await DashboardHttp.SignInAsync(engine.Address);
        foreach (var route in PageRoutes.Changing)
        {
            using var answer = await person.PostAsync(PageRoutes.Fill(route, "1"), ("csrf", "made-up"), ("id", "1"));
            Assert.True((int)answer.StatusCode == 403, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Changes_FromAnotherSite_AreRefused()
    {
        using var person = await DashboardHttp.SignInAsync(engine.Address);
        foreach (var route in PageRoutes.Changing)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, PageRoutes.Fill(route, "1"));
            request.Headers.Add("Origin", "https://elsewhere.example");
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("csrf", person.Csrf)]);
            using var answer = await person.SendAsync(request);
            Assert.True((int)answer.StatusCode == 403, $"{route}: {answer.StatusCode}");
        }
    }
}
