namespace EmbeddedHost.Tests.Processes;

public sealed class StopProcessTests
{
    private readonly string _folder = TestFolder.New();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_RequestUnderWay_IsAnsweredBeforeTheProcessEndsWithCode0(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "A shell started the tests in the background, which keeps SIGINT from every process below it.");
        await using var app = await AppProcess.StartListeningAsync(_folder);
        var gate = Path.Combine(_folder, "gate");
        var call = app.Client.GetStringAsync($"slow?file={gate}", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => app.Output.Contains("slow begins"));

        await app.SignalAsync(signal);
        await Eventually.TrueAsync(() => IsRefused(app.Client.BaseAddress!));

        Assert.False(call.IsCompleted);
        await File.WriteAllTextAsync(gate, "", TestContext.Current.CancellationToken);
        Assert.Equal("done", await call);
        Assert.Equal(0, await app.ExitCodeAsync());
        Assert.Empty(app.Errors);
        Assert.Equal(["slow begins", "slow ends", "app stops"], app.Output.Where(IsOfSlowOrApp));
    }

    [Fact]
    public async Task Signal_TimerUnderWay_FinishesItsRun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var app = await AppProcess.StartListeningAsync(_folder);
        await Eventually.TrueAsync(() => app.Output.Contains("tick begins"));
        await app.SignalAsync("TERM");
        Assert.Equal(0, await app.ExitCodeAsync());
        Assert.Contains("tick ends", app.Output);
    }

    private static bool IsOfSlowOrApp(string line) =>
        line.StartsWith("slow ", StringComparison.Ordinal) || line.StartsWith("app ", StringComparison.Ordinal);

    /// <summary>What is ignored is inherited by programs; the kernel tells the set as a bit a signal.</summary>
    private static bool IsInterruptIgnored()
    {
        const int Interrupt = 2;
        const string Mark = "SigIgn:";
        if (!OperatingSystem.IsLinux()) return false;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Mark, StringComparison.Ordinal));
        return (Convert.ToUInt64(line[Mark.Length..].Trim(), 16) & (1UL << (Interrupt - 1))) != 0;
    }

    private static bool IsRefused(Uri address)
    {
        using var client = new System.Net.Sockets.TcpClient();
        try
        {
            client.Connect(address.Host, address.Port);
            return false;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return true;
        }
    }
}
