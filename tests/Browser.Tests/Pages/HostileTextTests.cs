using System.Net;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>What people write into fields is shown as they wrote it, on every page, and does nothing.</summary>
[Collection(HostilePages.Name)]
public sealed class HostileTextTests(HostileEngine engine, Running.Browser browser)
{
    /// <summary>Whatever a text could have become.</summary>
    private const string Harm =
        """
        () => [...document.querySelectorAll('script:not([src^="/dashboard/assets/"]), [onerror], [onload], [onclick], img[src="x"], iframe, object, embed, base, meta[http-equiv], style, [style], a[href^="javascript:" i], form[action^="javascript:" i]')]
          .map(one => one.outerHTML.slice(0, 150)).concat(window.hit ? ['a script has run'] : [])
        """;

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Pages_WithHostileTexts_ShowThemAndStandAsBefore(int width)
    {
        var faults = await engine.FaultsAsync(
            browser, async (person, _) => (await person.Page.EvaluateAsync<string[]>(Harm)).Concat(await LookTests.TooWideAsync(person)), width,
            pages: await engine.PagesAsync());

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Pages_WithHostileTexts_AreAllThereAndHaveThemEscaped()
    {
        var found = await engine.FoundAsync();

        Faults.AssertNone(await engine.BrokenAsync());
        Faults.AssertNone(found.Where(page => page.IsPage && page.Text.Contains(HostileEngine.Mark, StringComparison.OrdinalIgnoreCase)).Select(page => page.Address));
        Faults.AssertNone(found.Where(page => page.IsPage && page.Text.Contains(HostileEngine.Beginning, StringComparison.OrdinalIgnoreCase)).Select(page => page.Address));
    }

    /// <summary>Otherwise the tests above would prove nothing.</summary>
    [Fact]
    public async Task Pages_OfEveryArea_DoShowHostileTexts()
    {
        var areas = from page in await engine.PagesAsync()
                    where WebUtility.HtmlDecode(page.Text).Contains(HostileEngine.Beginning, StringComparison.Ordinal)
                    select string.Join('/', page.Path.Split('/').Take(3));

        var shown = areas.ToHashSet(StringComparer.Ordinal);
        Faults.AssertNone(((string[])["/dashboard/leads", "/dashboard/lead", "/dashboard/rules", "/dashboard/experiments", "/dashboard/campaigns", "/dashboard/templates", "/dashboard/items"])
            .Where(area => PageRoutes.Shown.Contains(area) && !shown.Contains(area)));
    }
}
