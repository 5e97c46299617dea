using System.Net;
using System.Net.Sockets;

namespace EmbeddedHost.Tests.Processes;

public sealed class StartProcessTests
{
    private readonly string _folder = TestFolder.New();

    [Fact]
    public async Task Start_FirstTime_ShowsKeysThatOpenAndShowsThemOnlyOnce()
    {
        string key;
        await using (var app = await AppProcess.StartListeningAsync(_folder))
        {
            key = app.Output.Single(line => line.StartsWith("  default ", StringComparison.Ordinal)).Split(' ')[^1];
            Assert.Equal("Hello, Ada", await app.Client.GetStringAsync("hello/Ada", TestContext.Current.CancellationToken));
            Assert.Equal("open", await app.Client.GetStringAsync($"secret?code={key}", TestContext.Current.CancellationToken));
        }

        await using var again = await AppProcess.StartListeningAsync(_folder);
        Assert.DoesNotContain(again.Output, line => line.Contains(key, StringComparison.Ordinal));
        Assert.Equal("open", await again.Client.GetStringAsync($"secret?code={key}", TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(_folder, "data", "keys.json")));
    }

    [Theory]
    [InlineData("SERVER_PORT", "99999")]
    [InlineData("DATA_DIR", "/proc/nothing/here")]
    public async Task Start_WrongSetting_EndsWithOneLineAndCode1(string name, string value)
    {
        await using var app = AppProcess.Start(_folder, (name, value));
        Assert.Equal(1, await app.ExitCodeAsync());
        Assert.StartsWith(name, Assert.Single(app.Errors), StringComparison.Ordinal);
        Assert.Empty(app.Output);
    }

    [Fact]
    public async Task Start_PortTaken_EndsWithOneLineAndCode1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        await using var app = AppProcess.Start(_folder, ("SERVER_PORT", port));
        Assert.Equal(1, await app.ExitCodeAsync());
        Assert.Contains($"Port {port}", Assert.Single(app.Errors), StringComparison.Ordinal);
        Assert.Empty(app.Output);
    }
}
