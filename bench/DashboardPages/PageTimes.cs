using System.Diagnostics;
using System.Text;
using PersonalizationEngine.Browser.Tests.Pages.Crawl;

namespace PersonalizationEngine.DashboardPages;

/// <param name="Median">Of warm requests over plain HTTP on the same machine, until the last byte.</param>
/// <param name="Processor">Time of the engine's processor for one of them, whatever else the machine was doing.</param>
/// <param name="Bytes">With the styles and scripts it loads, nothing compressed.</param>
internal sealed record PageTimes(string Address, TimeSpan Median, TimeSpan Slowest, TimeSpan Processor, int Bytes)
{
    private const int Warm = 3, Measured = 15;

    public static async Task<PageTimes> MeasureAsync(Engine engine, HttpClient http, FoundPage page)
    {
        var bytes = Encoding.UTF8.GetByteCount(page.Text);
        foreach (var asset in PageLinks.Assets(page)) bytes += (await http.GetByteArrayAsync(asset)).Length;
        var times = new List<TimeSpan>();
        var before = TimeSpan.Zero;
        for (var run = 0; run < Warm + Measured; run++)
        {
            if (run == Warm) before = engine.ProcessorTime();
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(page.Address);
            await answer.Content.ReadAsByteArrayAsync();
            if (run >= Warm) times.Add(clock.Elapsed);
        }

        var processor = (engine.ProcessorTime() - before) / Measured;
        times.Sort();
        return new PageTimes(page.Address, times[times.Count / 2], times[^1], processor, bytes);
    }
}
