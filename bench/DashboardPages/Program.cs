using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Browser.Tests.Pages.Crawl;
using PersonalizationEngine.DashboardPages;
using PersonalizationEngine.LargeStore;

// FOLDER [PEOPLE]: fills a data folder where it is empty, and tells of every page there a link leads to how long it takes.
var folder = Path.GetFullPath(args.Length > 0 ? args[0] : "dashboard-pages");
var people = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
if (!File.Exists(Path.Combine(folder, "engine.db"))) await FillAsync(folder, people);

using var engine = await Engine.StartAsync(folder);
await engine.BecomeIdleAsync();
using var http = await PageCrawl.SignInAsync(engine.Address, Engine.MasterKey);
var found = await PageCrawl.RunAsync(http, $"/dashboard/lead?id={StoreSize.BusiestPerson}");
await engine.BecomeIdleAsync();
Console.WriteLine("| page | median ms | slowest ms | processor ms | KB |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var page in found)
{
    if (page.IsPage)
    {
        var times = await PageTimes.MeasureAsync(engine, http, page);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| `{times.Address}` | {times.Median.TotalMilliseconds:0.0} | {times.Slowest.TotalMilliseconds:0.0} | {times.Processor.TotalMilliseconds:0.0} | {times.Bytes / 1024.0:0} |"));
    }
    else
    {
        Console.WriteLine($"| `{page.Address}` | no page: {page.Status} {page.MediaType} | | | |");
    }
}

await engine.StopAsync();

static async Task FillAsync(string folder, int people)
{
    Directory.CreateDirectory(folder);
    var clock = Stopwatch.StartNew();
    using (var engine = await Engine.StartAsync(folder))
    {
        using var http = new HttpClient { BaseAddress = engine.Address };
        await new StoreDefinitions(http, Engine.MasterKey, Engine.WebhookToken).SendAsync();
        await engine.StopAsync();
    }

    StoreFiller.Fill(folder, TimeProvider.System.GetUtcNow(), new StoreSize(people));
    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people and what is about them after {clock.Elapsed.TotalSeconds:0.0} s."));
}
