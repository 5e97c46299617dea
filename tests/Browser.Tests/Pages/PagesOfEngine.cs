using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Pages.Crawl;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>An engine with something in every list, whose pages are looked for when the first test asks for them.</summary>
public abstract class PagesOfEngine : IAsyncLifetime
{
    private Task<IReadOnlyList<FoundPage>>? _found;

    /// <summary>Pages that no link leads to, but a change somebody made.</summary>
    protected IReadOnlyList<string> Further { get; set; } = [];

    public EngineProcess Process { get; private set; } = null!;

    public Uri Address => Process.Client.Address;

    public async ValueTask InitializeAsync() => Process = await BeginAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>All that links lead to.</summary>
    public Task<IReadOnlyList<FoundPage>> FoundAsync() => _found ??= CrawlAsync();

    /// <summary>Of those, what a browser shows.</summary>
    public async Task<IReadOnlyList<FoundPage>> PagesAsync() => [.. (await FoundAsync()).Where(page => page.IsPage)];

    /// <summary>Links that lead to nothing.</summary>
    public async Task<IEnumerable<string>> BrokenAsync() =>
        from page in await FoundAsync()
        where page.Status != 200 && PageRoutes.MustLead(page.Path)
        select $"{page.Address} answers {page.Status}; the link is on {page.From}";

    /// <summary>Of pages whose addresses differ in numbers or the query alone, the first: they look the same.</summary>
    public async Task<IReadOnlyList<FoundPage>> KindsAsync() =>
        [.. (await PagesAsync()).DistinctBy(page => string.Concat(page.Path.Where(one => !char.IsDigit(one))))];

    /// <summary>Opens pages in a browser, one after the other, and gathers what is wrong with them.</summary>
    /// <param name="look">What is wrong with a page that was opened.</param>
    /// <param name="pages">One of each kind by default.</param>
    internal async Task<IReadOnlyList<string>> FaultsAsync(
        Running.Browser browser, Func<Person, FoundPage, Task<IEnumerable<string>>> look, int width = 1440, bool hasScript = true,
        IEnumerable<FoundPage>? pages = null)
    {
        await using var person = await browser.SignInAsync(Address, EngineProcess.MasterKey, width, hasScript: hasScript);
        await person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var faults = new List<string>();
        foreach (var page in pages ?? await KindsAsync())
        {
            await person.Page.GotoAsync(page.Address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            faults.AddRange((await look(person, page)).Select(fault => $"{page} (from {page.From}): {fault}"));
        }

        return [.. faults, .. person.Complaints];
    }

    protected abstract Task<EngineProcess> BeginAsync();

    private async Task<IReadOnlyList<FoundPage>> CrawlAsync()
    {
        using var http = await PageCrawl.SignInAsync(Address, EngineProcess.MasterKey);
        return await PageCrawl.RunAsync(http, [.. PageRoutes.Entries, .. Further.Where(address => PageRoutes.Has(address.Split('?')[0]))]);
    }
}
