using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Leads;

/// <summary>The list as sales use it.</summary>
public sealed partial class LeadListTests(DashboardEngine engine, Running.Browser browser)
{
    private readonly string _prefix = Sent.NewId("listed");

    [Fact]
    public async Task List_AsItOpens_HasTheHottestFirst()
    {
        await engine.Client.LeadAsync($"{_prefix}-a", 3);
        await engine.Client.LeadAsync($"{_prefix}-b", 9);
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Leads", Exact = true }).ClickAsync();

        var scores = await ScoresAsync(person.Page);
        Assert.NotEmpty(scores);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task List_SearchedFilteredAndSorted_ShowsThoseAlone()
    {
        await engine.Client.LeadAsync($"{_prefix}-cold", 0, ("name", $"Cora {_prefix}"), ("email", $"cora@{_prefix}.example"));
        await engine.Client.LeadAsync($"{_prefix}-warm", 5, ("name", $"Wanda {_prefix}"));
        await engine.Client.LeadAsync($"{_prefix}-hot", 11, ("name", $"Hubert {_prefix}"));
        await using var person = await browser.SignInAsync(engine.Address);
        var page = person.Page;

        await page.GotoAsync("/dashboard/leads");
        await page.GetByLabel("Search").FillAsync(_prefix);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        Assert.Equal([$"Hubert {_prefix}", $"Wanda {_prefix}", $"Cora {_prefix}"], await NamesAsync(page));

        await page.GetByLabel("Order").SelectOptionAsync("coldest");
        await page.GetByLabel("Segment").SelectOptionAsync("warm_lead");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        Assert.Equal([$"Wanda {_prefix}"], await NamesAsync(page));
        // The address says it all: it can be sent to a colleague.
        var address = page.Url;
        await page.GotoAsync("/dashboard");
        await page.GotoAsync(address);
        Assert.Equal([$"Wanda {_prefix}"], await NamesAsync(page));

        await page.GotoAsync($"/dashboard/leads?q={Uri.EscapeDataString($"cora@{_prefix}")}");
        Assert.Equal([$"Cora {_prefix}"], await NamesAsync(page));
        await page.GotoAsync($"/dashboard/leads?q={_prefix}&min=25&max=40&changed=1h");
        Assert.Equal([$"Wanda {_prefix}"], await NamesAsync(page));
        await page.GotoAsync($"/dashboard/leads?q={_prefix}-nobody");
        Assert.True(await page.GetByText("Nobody is like this").IsVisibleAsync());
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData("hottest")]
    [InlineData("coldest")]
    [InlineData("seen")]
    [InlineData("rising")]
    [InlineData("falling")]
    public async Task Pages_OneAfterTheOther_HaveEverybodyOnce(string sort)
    {
        const int People = 120;
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (place, _) => await engine.Client.LeadAsync($"{_prefix}-{place:000}", place % 4));
        using var http = await DashboardHttp.SignInAsync(engine.Address);

        var met = new List<string>();
        var pages = 0;
        for (string? address = $"/dashboard/leads?q={_prefix}&sort={sort}"; address is not null; pages++)
        {
            var html = await http.TextAsync(address);
            met.AddRange(Row().Matches(html).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)));
            address = Next().Match(html) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, People).Select(place => $"{_prefix}-{place:000}"), met.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sort=warmest", "sort")]
    [InlineData("segment=lukewarm", "segment")]
    [InlineData("min=many", "min")]
    [InlineData("min=-1", "min")]
    [InlineData("max=1e99", "max")]
    [InlineData("min=9&max=8", "max")]
    [InlineData("changed=yesterday", "changed")]
    [InlineData("after=%00%ff", "after")]
    [InlineData("after=MDoxOjE&sort=seen", "after")]
    public async Task List_AskedForNonsense_SaysSoAtTheField(string query, string field)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);

        var html = await http.TextAsync($"/dashboard/leads?{query}");

        Assert.Contains($"href=\"#f-{field}\"", html, StringComparison.Ordinal);
        Assert.Contains("Search", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%27%20or%201%3D1%20--")]
    [InlineData("%25")]
    [InlineData("%F0%9F%92%A9%E2%80%AE")]
    public async Task List_SearchedByStrangeTexts_FindsNobody(string text)
    {
        using var http = await DashboardHttp.SignInAsync(engine.Address);
        Assert.Contains("Nobody is like this", await http.TextAsync($"/dashboard/leads?q={text}"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IPage page) => await page.Locator("table.leads tbody th a").AllTextContentsAsync();

    private static async Task<IReadOnlyList<decimal>> ScoresAsync(IPage page) =>
        [.. (await page.Locator("table.leads tbody tr td:nth-of-type(1)").AllTextContentsAsync()).Select(text => decimal.Parse(text, CultureInfo.InvariantCulture))];

    [GeneratedRegex("""<th scope="row"[^>]*>\s*<a href="/dashboard/lead\?id=([^"]+)""")]
    private static partial Regex Row();

    [GeneratedRegex("""rel="next" href="([^"]+)""")]
    private static partial Regex Next();
}
