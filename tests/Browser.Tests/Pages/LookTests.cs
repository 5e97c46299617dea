using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>Every page as it looks: on a laptop and a phone, in light and dark.</summary>
[Collection(FurnishedPages.Name)]
public sealed class LookTests(FurnishedEngine engine, Running.Browser browser)
{
    private const string WiderThanTheWindow =
        "() => document.documentElement.scrollWidth > window.innerWidth ? document.documentElement.scrollWidth : 0";

    /// <summary>What sticks out, for whoever has to mend it; what scrolls by itself does not count.</summary>
    private const string SticksOut =
        """
        () => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > window.innerWidth + 1
          && !one.closest('.scroll, .tabs, .sections, pre, svg, .skip, .unseen')).slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' … ')
        """;

    [Fact]
    public async Task Pages_All_HaveNothingThatKeepsPeopleOut()
    {
        var faults = await engine.FaultsAsync(browser, async (person, _) => await InAllFormsAsync(person, _ => AxeAsync(person.Page)));

        Faults.AssertNone(faults);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Pages_All_FitTheWindow(int width)
    {
        var faults = await engine.FaultsAsync(browser, async (person, _) => await TooWideAsync(person), width);

        Faults.AssertNone(faults);
    }

    /// <summary>Only where DASHBOARD_SCREENSHOTS names a folder: pictures for people to look at.</summary>
    [Fact]
    public async Task Pages_All_ArePhotographed()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DASHBOARD_SCREENSHOTS")), "DASHBOARD_SCREENSHOTS names no folder.");
        await engine.FaultsAsync(browser, async (person, page) =>
        {
            await InAllFormsAsync(person, async form =>
            {
                await person.LookAsync($"{page.Name}-{form}");
                return [];
            });
            return [];
        });
    }

    internal static async Task<IEnumerable<string>> TooWideAsync(Person person)
    {
        var wide = await person.Page.EvaluateAsync<int>(WiderThanTheWindow);
        return wide == 0 ? [] : [$"is {wide} pixels wide: " + await person.Page.EvaluateAsync<string>(SticksOut)];
    }

    /// <summary>The same page at both widths and in both colours, without loading it anew.</summary>
    private static async Task<IReadOnlyList<string>> InAllFormsAsync(Person person, Func<string, Task<IEnumerable<string>>> look)
    {
        var faults = new List<string>();
        foreach (var (width, height) in new[] { (1440, 900), (390, 844) })
        {
            await person.Page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var form = $"{width}-{scheme.ToString().ToLowerInvariant()}";
                faults.AddRange((await look(form)).Select(fault => $"{form}: {fault}"));
            }
        }

        return faults;
    }

    private static async Task<IEnumerable<string>> AxeAsync(IPage page) =>
        from violation in (await page.RunAxe()).Violations
        where violation.Impact is "serious" or "critical"
        select $"{violation.Id} ({violation.Impact}): {string.Join(" … ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
