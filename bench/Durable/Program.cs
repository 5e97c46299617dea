using System.Diagnostics;
using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using PersonalizationEngine.Durable;

// dotnet PersonalizationEngine.Durable.dll            every load, each in a process and a data folder of its own
// dotnet PersonalizationEngine.Durable.dll LOAD COUNT one load, here
if (args.Length == 2)
{
    await RunHereAsync(args[0], args[1]);
    return;
}

Console.WriteLine("| load | activities | s | activities/s | processor s | peak MB | MB after | durable.db MB |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var (load, count) in ((string, string)[])[("FanOut", "10000"), ("Chunks", "50000"), ("Chain", "2000"), ("Singles", "5000")])
{
    using var child = Process.Start(Environment.ProcessPath!, [typeof(Loads).Assembly.Location, load, count]);
    await child.WaitForExitAsync();
}

static async Task RunHereAsync(string load, string count)
{
    var folder = Directory.CreateTempSubdirectory("durable-bench-");
    // the host tells its address: not into the table
    var output = Console.Out;
    Console.SetOut(TextWriter.Null);
    var builder = FunctionsApplication.CreateBuilder(["--SERVER_PORT=0", $"--DATA_DIR={folder.FullName}", "--LOG_LEVEL=Error", "--HOST_DEFAULT_KEY=k", "--HOST_MASTER_KEY=m"]);
    builder.ConfigureFunctionsWebApplication();
    using var host = builder.Build();
    await host.StartAsync();

    using var client = new HttpClient { BaseAddress = new Uri($"http://{builder.Configuration["WEBSITE_HOSTNAME"]}"), Timeout = TimeSpan.FromMinutes(10) };
    using var self = Process.GetCurrentProcess();
    var before = self.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    var activities = int.Parse(await client.GetStringAsync(new Uri($"load/{load}/{count}", UriKind.Relative)), CultureInfo.InvariantCulture);
    var seconds = watch.Elapsed.TotalSeconds;
    self.Refresh();
    var processor = (self.TotalProcessorTime - before).TotalSeconds;
    var disk = folder.EnumerateFiles("durable.db*").Sum(file => file.Length);
    await output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"| {load} | {activities:N0} | {seconds:0.00} | {activities / seconds:N0} | {processor:0.00} | {MegabytesOf("VmHWM")} | {MegabytesOf("VmRSS")} | {disk / 1e6:0.0} |"));
    await host.StopAsync();
    folder.Delete(recursive: true);
}

// Linux tells in kB what of the process is, and at most was, in memory
static string MegabytesOf(string name) => File.ReadLines("/proc/self/status")
    .Where(line => line.StartsWith(name, StringComparison.Ordinal))
    .Select(line => (long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1000).ToString(CultureInfo.InvariantCulture))
    .Single();
