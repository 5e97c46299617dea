using System.Diagnostics;
using System.Globalization;

namespace PersonalizationEngine.Servers;

/// <summary>A server of Gorse's contract, see tests/GorseServer. What it was told survives its death; its folder goes with it.</summary>
public sealed class GorseServer : IAsyncDisposable
{
    private const string Program = "GorseServer";

    private readonly TemporaryFolder _folder = new();
    private readonly GorseServerOptions _options;

    private GorseServer(GorseServerOptions options)
    {
        _options = options;
        Process = new ServerProcess(FreePort.Find(), Start);
    }

    public ServerProcess Process { get; }

    public Uri Url => new($"http://127.0.0.1:{Process.Port}");

    public string ApiKey => _options.ApiKey;

    public static async Task<GorseServer> StartAsync(GorseServerOptions? options = null)
    {
        var server = new GorseServer(options ?? new GorseServerOptions());
        await server.Process.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Beside the running program's own output folder, built by the same build.</summary>
    private static string Path() => System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory, "..", "..", Program,
        System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar)), $"PersonalizationEngine.{Program}.dll"));

    private ProcessStartInfo Start() => new("dotnet",
    [
        Path(), "--port", Process.Port.ToString(CultureInfo.InvariantCulture), "--api-key", _options.ApiKey, "--data", _folder.File("journal"),
        .. _options.IsHead ? ["--head"] : Array.Empty<string>(), .. _options.Arguments,
    ]);
}
