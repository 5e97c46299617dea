using System.Collections.Concurrent;
using System.Diagnostics;

namespace EmbeddedHost.Tests.Processes;

/// <summary>An app as a process of its own; SampleApp unless another is named.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = [];

    private AppProcess(Process process) => _process = process;

    public IReadOnlyList<string> Output => [.. _output];

    public IReadOnlyList<string> Errors => [.. _errors];

    public HttpClient Client { get; } = new();

    /// <param name="folder">The working directory, with the data in <c>data</c>.</param>
    /// <param name="settings">Environment variables, above a free port.</param>
    public static AppProcess Start(string folder, params (string Name, string Value)[] settings) =>
        StartApp("SampleApp", folder, settings);

    public static AppProcess StartApp(string appName, string folder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [AppPath(appName)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SERVER_PORT"] = "0" },
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var app = new AppProcess(new Process { StartInfo = start });
        app._process.OutputDataReceived += (_, line) => Keep(app._output, line.Data);
        app._process.ErrorDataReceived += (_, line) => Keep(app._errors, line.Data);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        return app;
    }

    public static async Task<AppProcess> StartListeningAsync(string folder, params (string Name, string Value)[] settings)
    {
        var app = Start(folder, settings);
        await app.ListensAsync();
        return app;
    }

    /// <summary>Waits until it tells its address.</summary>
    public async Task ListensAsync()
    {
        await Eventually.TrueAsync(() => _output.Any(line => line.StartsWith(Announcement, StringComparison.Ordinal)));
        var line = _output.First(line => line.StartsWith(Announcement, StringComparison.Ordinal));
        Client.BaseAddress = new Uri(line[Announcement.Length..]);
    }

    public async Task SignalAsync(string signal)
    {
        // The shell has it built in; the program of that name is not on every machine.
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Its output folder is beside that of the tests.</summary>
    private static string AppPath(string name)
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(mine.Parent!.Parent!.FullName, name, mine.Name, $"{name}.dll");
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }
}
