using System.Diagnostics;

namespace PersonalizationEngine.DashboardPages;

/// <summary>The engine as a process of its own on a free port.</summary>
internal sealed class Engine : IDisposable
{
    public const string MasterKey = "master-key-of-the-benchmark", WebhookToken = "token-of-the-benchmark";

    private const string Mark = "Listening on ";

    private readonly Process _process;

    private Engine(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Engine> StartAsync(string dataDirectory)
    {
        var program = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", "Functions", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
            "PersonalizationEngine.Functions.dll"));
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, WorkingDirectory = dataDirectory };
        foreach (var (name, value) in new[] { ("DATA_DIR", dataDirectory), ("SERVER_HOST", "127.0.0.1"), ("SERVER_PORT", "0"), ("HOST_MASTER_KEY", MasterKey), ("WEBHOOK_TOKENS", WebhookToken) })
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var mark = line.IndexOf(Mark, StringComparison.Ordinal);
            if (mark < 0) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new Engine(process, new Uri(line[(mark + Mark.Length)..].Trim()));
        }

        throw new InvalidOperationException("The engine ended at once.");
    }

    /// <summary>Waits until it has done next to nothing for two seconds: at its start it reads items and interactions, and trains.</summary>
    public async Task BecomeIdleAsync()
    {
        TimeSpan before, used;
        do
        {
            before = ProcessorTime();
            await Task.Delay(TimeSpan.FromSeconds(2));
            used = ProcessorTime() - before;
        }
        while (used > TimeSpan.FromSeconds(0.2));
    }

    /// <summary>Asks it to end (SIGTERM) and waits for it.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }
}
