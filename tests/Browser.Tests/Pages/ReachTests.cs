namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>The functions there are, held against what links lead to: no page without a way to it, no link to nothing.</summary>
[Collection(FurnishedPages.Name)]
public sealed class ReachTests(FurnishedEngine engine)
{
    [Fact]
    public async Task Links_All_LeadToAPage()
    {
        Faults.AssertNone(await engine.BrokenAsync());
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
}
