using System.Diagnostics;
using System.Text.Json;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>That the server of the tests speaks Gorse's contract, and not what our client would like it to, its own client has to say.</summary>
public sealed class OfficialClientTests
{
    private const string Missing = "gorsejs is not installed (node, and tests/Servers/install): the proof of tests/GorseServer by Gorse's own client is skipped.";

    private const int Checks = 11;

    private static readonly string Root = FindRoot();

    private static string Client => Path.Combine(Root, "artifacts", "npm", "node_modules", "gorsejs");

    [Fact]
    public async Task Gorsejs_AgainstTheServer_FindsItsContract()
    {
        Assert.SkipUnless(Installed.Find("node") is not null && Directory.Exists(Client), Missing);
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(Arguments: ["--positive", "like"]));
        var start = new ProcessStartInfo(
            Installed.Find("node")!, [Path.Combine(Root, "tests", "GorseServer", "gorsejs.cjs"), Client, $"http://127.0.0.1:{server.Process.Port}", server.ApiKey])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var said = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, said[1]);
        Assert.Equal(Checks, JsonSerializer.Deserialize<string[]>(said[0])!.Length);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
