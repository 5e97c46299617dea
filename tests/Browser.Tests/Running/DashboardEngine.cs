using System.Diagnostics;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

[assembly: AssemblyFixture(typeof(DashboardEngine))]

namespace PersonalizationEngine.Browser.Tests.Running;

/// <summary>
/// One engine for all tests of pages, fed with 400 people of the demo month. Keys: the master key of <see cref="EngineProcess"/>, and
/// those below. A test takes it as a constructor parameter, and changes only what it made itself; one that breaks something starts
/// an <see cref="EngineProcess"/> of its own.
/// </summary>
public sealed class DashboardEngine : IAsyncLifetime
{
    public const string ViewerKey = "key-of-vera-who-only-looks", EditorKey = "key-of-anna-who-edits-things";

    private EngineProcess? _process;

    public EngineProcess Process => _process!;

    public EngineClient Client => Process.Client;

    public Uri Address => Client.Address;

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(null, ("EDITOR_KEYS", $"vera:{ViewerKey} anna:{EditorKey}"));
        await Client.BecomeReadyAsync();
        await FeedAsync(Client, "--people", "400", "--items", "120", "--events", "12000");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    /// <summary>Sends a demo month to an engine.</summary>
    /// <param name="options">Of <c>./run demo</c>.</param>
    public static async Task FeedAsync(EngineClient client, params string[] options)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [EngineProcess.PathOf("Feed"), "demo", "--url", $"{client.Address}", "--secret", EngineProcess.Secret, "--master-key", EngineProcess.MasterKey, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var feed = System.Diagnostics.Process.Start(start)!;
        var said = await Task.WhenAll(feed.StandardOutput.ReadToEndAsync(), feed.StandardError.ReadToEndAsync());
        await feed.WaitForExitAsync();
        Assert.True(feed.ExitCode == 0, string.Concat(said));
    }
}
