using System.Diagnostics;
using System.Globalization;

namespace PersonalizationEngine.Servers;

/// <summary>Redis in memory alone.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    /// <summary>What a test says that is skipped for want of it.</summary>
    public const string Missing = "Redis is not installed (redis-server): the tests on Redis are skipped.";

    private readonly TemporaryFolder _folder = new();

    private RedisServer() => Process = new ServerProcess(FreePort.Find(), Start);

    public static bool IsInstalled => Installed.Find("redis-server") is not null;

    public ServerProcess Process { get; }

    public string Url => $"redis://127.0.0.1:{Process.Port}";

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        await server.Process.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Dispose();
    }

    private ProcessStartInfo Start() => new(Installed.Find("redis-server")!,
        ["--port", Process.Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.Path]);
}
