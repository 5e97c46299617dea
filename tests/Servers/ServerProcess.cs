using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace PersonalizationEngine.Servers;

/// <summary>A program that listens on a port of this machine, with the ways such a program can fail its callers.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartBudget = TimeSpan.FromSeconds(60);

    private readonly Func<ProcessStartInfo> _start;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    /// <param name="start">How it is started; asked again at each start.</param>
    public ServerProcess(int port, Func<ProcessStartInfo> start) => (Port, _start) = (port, start);

    public int Port { get; }

    /// <summary>The process's own, as of its last start.</summary>
    public int Id => _process!.Id;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What it wrote to its two outputs so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <exception cref="InvalidOperationException">It ended, or took no connection within a minute; the message has its output.</exception>
    public async Task StartAsync()
    {
        var start = _start();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilListeningAsync();
    }

    /// <summary>The death no program can prepare for (kill -9).</summary>
    public async Task KillAsync()
    {
        if (!IsRunning) return;
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>It keeps its connections and answers nothing (SIGSTOP).</summary>
    public async Task PauseAsync()
    {
        await SignalAsync("STOP");
        // The signal is sent before it is felt: on a busy machine a thread can still answer a moment later.
        while (OperatingSystem.IsLinux() && !HasStopped()) await Task.Delay(1);
    }

    /// <summary>It goes on where it was paused (SIGCONT).</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        // The shell has it built in; the program of that name is not on every machine.
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    private bool HasStopped()
    {
        try
        {
            // After the name in brackets, which may hold anything, comes the state of each thread; T is stopped.
            return Directory.GetDirectories($"/proc/{Id}/task").Select(task => File.ReadAllText($"{task}/stat"))
                .All(stat => stat[(stat.LastIndexOf(')') + 2)..].StartsWith('T'));
        }
        catch (IOException)
        {
            // A thread ended while it was looked at.
            return !IsRunning;
        }
    }

    private async Task WaitUntilListeningAsync()
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartBudget)
        {
            if (!IsRunning) break;
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"The server does not listen on port {Port}: {string.Join('\n', _output)}");
    }

    private void Keep(string? line)
    {
        if (line is not null) _output.Enqueue(line);
    }
}
