using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace PersonalizationEngine.Servers;

/// <summary>
/// ClickHouse's engine behind tests/ClickHouseServer, on a free port with a data folder of its own; or, when
/// <c>CLICKHOUSE_URL</c> names one (<c>http://user:password@host:8123</c>), a real server, which nobody starts or ends here.
/// </summary>
public sealed class ClickHouseServer : IAsyncDisposable
{
    /// <summary>What a test says that is skipped for want of it.</summary>
    public const string Missing =
        "ClickHouse's engine is not installed (libchdb.so; tests/Servers/install brings it, or CLICKHOUSE_URL names a server): the tests on ClickHouse are skipped.";

    /// <summary>What a test says that ends or slows its server and so needs one of its own.</summary>
    public const string OwnOnly = "CLICKHOUSE_URL names a server that is not ours to end or to pause.";

    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private static readonly Uri? Outside = Environment.GetEnvironmentVariable("CLICKHOUSE_URL") is { Length: > 0 } url ? new Uri(url) : null;
    private static int _databases;

    private readonly TemporaryFolder? _folder;
    private readonly ServerProcess? _process;
    private readonly List<string> _created = [];

    private ClickHouseServer(Uri outside)
    {
        Address = new Uri($"{(outside.Scheme == Uri.UriSchemeHttps ? "https" : "http")}://{outside.Authority}");
        var login = outside.UserInfo.Split(':', 2);
        if (login[0].Length > 0) User = Uri.UnescapeDataString(login[0]);
        if (login.Length > 1) Password = Uri.UnescapeDataString(login[1]);
    }

    private ClickHouseServer(int port, string password)
    {
        Password = password;
        _folder = new TemporaryFolder();
        _process = new ServerProcess(port, () => Start(port, _folder, password));
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public static bool IsInstalled => Outside is not null || (File.Exists(Library) && File.Exists(Program));

    /// <summary>Whether each test has a server of its own, which it may kill.</summary>
    public static bool IsOwn => Outside is null;

    /// <summary>The HTTP interface.</summary>
    public Uri Address { get; }

    public string User { get; } = "default";

    /// <summary>A user with the same password that may read and change settings, nothing else. On somebody else's server, the one user known there.</summary>
    public string Reader => IsOwn ? "reader" : User;

    public string Password { get; } = "";

    /// <exception cref="InvalidOperationException">The server is somebody else's.</exception>
    public ServerProcess Process => _process ?? throw new InvalidOperationException(OwnOnly);

    private static string Library => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "..", "npm", "node_modules", "@chdb", "lib-linux-x64-gnu", "libchdb.so"));

    /// <summary>Beside this program's own output folder, built by the same build.</summary>
    private static string Program => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "ClickHouseServer",
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "PersonalizationEngine.ClickHouseServer.dll"));

    /// <param name="password">Asked of every caller unless empty.</param>
    public static async Task<ClickHouseServer> StartAsync(string password = "")
    {
        if (Outside is not null) return new ClickHouseServer(Outside);
        var server = new ClickHouseServer(FreePort.Find(), password);
        await server.Process.StartAsync();
        return server;
    }

    /// <summary>A new, empty database; it goes with the server, or when this is disposed of.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var number = Interlocked.Increment(ref _databases);
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{number}");
        await ExecuteAsync("", $"drop database if exists {name}");
        await ExecuteAsync("", $"create database {name}");
        _created.Add(name);
        return name;
    }

    /// <summary>As CLICKHOUSE_URL wants it.</summary>
    public string UrlOf(string database) =>
        $"http://{Uri.EscapeDataString(User)}{(Password.Length > 0 ? $":{Uri.EscapeDataString(Password)}" : "")}@{Address.Authority}/{database}";

    /// <summary>Runs a statement.</summary>
    /// <param name="settings">As they stand in a URL: <c>max_threads=1&amp;…</c>.</param>
    /// <returns>The answer, fields parted by tabs and rows by line ends.</returns>
    /// <exception cref="InvalidOperationException">ClickHouse refused it; the message is its own.</exception>
    public async Task<string> ExecuteAsync(string database, string sql, string settings = "")
    {
        var question = database.Length > 0 ? $"?database={database}&{settings}" : $"?{settings}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, question));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sql));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        using var response = await Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{answer.Trim()} in: {sql}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
        else
        {
            foreach (var name in _created) await ExecuteAsync("", $"drop database if exists {name}");
        }

        _folder?.Dispose();
    }

    private static ProcessStartInfo Start(int port, TemporaryFolder folder, string password) => new("dotnet",
    [
        Program, "--library", Library, "--data", folder.File("data"), "--port", port.ToString(CultureInfo.InvariantCulture), "--password", password,
    ]);
}
