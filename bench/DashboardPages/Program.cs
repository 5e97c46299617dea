using System.Diagnostics;
using PersonalizationEngine.DashboardPages;
using PersonalizationEngine.LargeStore;

if (args is ["fill", var folder, ..])
{
    await FillAsync(Path.GetFullPath(folder), args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    return;
}

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

    Console.WriteLine($"Defined after {clock.Elapsed.TotalSeconds:0.0} s.");
    StoreFiller.Fill(folder, TimeProvider.System.GetUtcNow(), new StoreSize(people));
    Console.WriteLine($"Filled after {clock.Elapsed.TotalSeconds:0.0} s.");
}
