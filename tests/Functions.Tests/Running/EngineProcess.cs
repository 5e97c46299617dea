using System.Collections.Concurrent;
using System.Diagnostics;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>The real program on a free port with a data folder of its own.</summary>
public sealed class EngineProcess : IAsyncDisposable
{
    public const string FunctionKey = "function-key-of-the-tests", MasterKey = "master-key-of-the-tests";
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", OtherSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    public const string Token = "token-of-the-tests";

    private static readonly TimeSpan StartBudget = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;
    private readonly DataFolder? _ownFolder;

    private EngineProcess(Process process, ConcurrentQueue<string> output, Uri address, string dataDirectory, DataFolder? ownFolder)
    {
        (_process, _output, DataDirectory, _ownFolder) = (process, output, dataDirectory, ownFolder);
        Client = new EngineClient(address);
    }

    public EngineClient Client { get; }

    public string DataDirectory { get; }

    /// <summary>What the program wrote to its two outputs so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="dataDirectory">A folder of an earlier run; when null a new one, which goes with the process.</param>
    /// <param name="settings">Environment variables on top of the usual ones; an empty value unsets one.</param>
    public static async Task<EngineProcess> StartAsync(string? dataDirectory = null, params (string Name, string Value)[] settings)
    {
        var ownFolder = dataDirectory is null ? new DataFolder() : null;
        var folder = dataDirectory ?? ownFolder!.Path;
        var output = new ConcurrentQueue<string>();
        var process = Launch(folder, settings, output);
        var address = await ReadAddressAsync(process, output);
        return new EngineProcess(process, output, address, folder, ownFolder);
    }

    /// <summary>Runs the program until it ends by itself, as it does when a setting is wrong.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(params (string Name, string Value)[] settings)
    {
        using var folder = new DataFolder();
        return await RunToEndInAsync(folder.Path, settings);
    }

    /// <summary>The same in a folder that is there already.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndInAsync(string folder, params (string Name, string Value)[] settings)
    {
        var output = new ConcurrentQueue<string>();
        using var process = Launch(folder, settings, output);
        using var timeout = new CancellationTokenSource(StartBudget);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, string.Join('\n', output));
    }

    /// <summary>One of the program's commands on a data folder, an engine running on it or not.</summary>
    public static async Task<(int ExitCode, string Output)> CommandAsync(string folder, params string[] arguments)
    {
        var output = new ConcurrentQueue<string>();
        using var process = Launch(folder, [], output, arguments);
        using var timeout = new CancellationTokenSource(StartBudget);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, string.Join('\n', output));
    }

    /// <summary>The death no program can prepare for (kill -9).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the program to end (SIGTERM).</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        // The shell has it built in; the program of that name is not on every machine.
        using (var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"])) await kill.WaitForExitAsync();
        using var timeout = new CancellationTokenSource(StartBudget);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        _ownFolder?.Dispose();
    }

    /// <summary>One of our programs: beside this assembly's own output folder, built by the same build.</summary>
    public static string PathOf(string program) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", program, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
        $"PersonalizationEngine.{program}.dll"));

    private static Process Launch(string folder, (string Name, string Value)[] settings, ConcurrentQueue<string> output, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf("Functions"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        (string Name, string Value)[] usual =
        [
            ("DATA_DIR", folder), ("SERVER_HOST", "127.0.0.1"), ("SERVER_PORT", "0"), ("HOST_DEFAULT_KEY", FunctionKey),
            ("HOST_MASTER_KEY", MasterKey), ("WEBHOOK_SECRETS", $"{OtherSecret} {Secret}"), ("WEBHOOK_TOKENS", Token),
            // People of these tests have ids made anew each time: by default one in twenty would get the popular list.
            ("recommendations__comparison_share", "0"),
            // And one in twenty would not get a rule.
            ("rules__holdout", "0"),
        ];
        foreach (var (name, value) in usual.Concat(settings))
        {
            if (value.Length > 0) start.Environment[name] = value;
            else start.Environment.Remove(name);
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Keep(string? line)
        {
            if (line is not null) output.Enqueue(line);
        }
    }

    private static async Task<Uri> ReadAddressAsync(Process process, ConcurrentQueue<string> output)
    {
        const string Mark = "Listening on ";
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartBudget)
        {
            if (output.FirstOrDefault(line => line.Contains(Mark, StringComparison.Ordinal)) is { } line)
                return new Uri(line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim());
            Assert.False(process.HasExited, $"The engine ended at once: {string.Join('\n', output)}");
            await Task.Delay(20);
        }

        throw new TimeoutException($"The engine did not start: {string.Join('\n', output)}");
    }
}
