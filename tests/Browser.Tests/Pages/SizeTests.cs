using System.Text;
using PersonalizationEngine.Browser.Tests.Pages.Crawl;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>What a page weighs with 100,000 people in the store. How long it takes is told by <c>bench/DashboardPages</c>.</summary>
[Collection(LargePages.Name)]
public sealed class SizeTests(LargeEngine engine)
{
    private const int MostBytes = 150 * 1024, MostRows = 300;

    [Fact]
    public async Task Pages_All_WeighLessThan150KilobytesWithAllTheyLoad()
    {
        using var http = await PageCrawl.SignInAsync(engine.Address, EngineProcess.MasterKey);
        var assets = new Dictionary<string, int>(StringComparer.Ordinal);
        var heavy = new List<string>();
        foreach (var page in await engine.PagesAsync())
        {
            var bytes = Encoding.UTF8.GetByteCount(page.Text);
            foreach (var asset in PageLinks.Assets(page)) bytes += assets.TryGetValue(asset, out var known) ? known : assets[asset] = (await http.GetByteArrayAsync(asset, TestContext.Current.CancellationToken)).Length;
            if (bytes > MostBytes) heavy.Add($"{page.Address}: {bytes / 1024} KB");
        }

        Faults.AssertNone(heavy);
    }

    [Fact]
    public async Task Links_OfALargeStore_LeadToPages()
    {
        Faults.AssertNone(await engine.BrokenAsync());
    }

    /// <summary>Lists go on on a further page.</summary>
    [Fact]
    public async Task Pages_All_HaveBoundedLists() =>
        Faults.AssertNone((await engine.PagesAsync()).Select(page => (page.Address, Rows: page.Text.Split("<tr").Length - 1)).Where(page => page.Rows > MostRows).Select(page => $"{page.Address}: {page.Rows} rows"));
}
