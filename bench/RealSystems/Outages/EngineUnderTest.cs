using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.RealSystems.Outages;

/// <summary>The real program on a port of its own, with everything it can be connected to.</summary>
internal sealed class EngineUnderTest : IAsyncDisposable
{
    private const string Key = "key-of-the-benchmark", Token = "token-of-the-benchmark";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalization-bench-");
    private readonly ServerProcess _process;

    private EngineUnderTest((string Name, string Value)[] settings)
    {
        var port = FreePort.Find();
        _process = new ServerProcess(port, () => Start(port, settings));
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2000 })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public HttpClient Http { get; }

    public IReadOnlyCollection<string> Output => _process.Output;

    public static async Task<EngineUnderTest> StartAsync(params (string Name, string Value)[] settings)
    {
        var engine = new EngineUnderTest(settings);
        await engine._process.StartAsync();
        return engine;
    }

    public static HttpRequestMessage Personalize(string user)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/personalize/{user}");
        request.Headers.Add("x-functions-key", Key);
        return request;
    }

    /// <returns>Whether the event was acknowledged.</returns>
    public async Task<bool> SendAsync(string eventId, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/rybbit");
        request.Headers.Add("x-webhook-token", Token);
        request.Content = new StringContent(
            $$"""{"event_id":"{{eventId}}","type":"pageview","site_id":"1","user_id":"{{user}}","pathname":"/pricing"}""", Encoding.UTF8, "application/json");
        try
        {
            using var response = await Http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Everything works, and nobody is served less than the best.</summary>
    public async Task<bool> IsWellAsync(string user)
    {
        try
        {
            using var health = new HttpRequestMessage(HttpMethod.Get, "/api/v1/health/ready");
            health.Headers.Add("x-functions-key", Key);
            if (await TextAsync(health, "status") != "ready") return false;
            return await TextAsync(Personalize(user), "degraded") == "False";
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> TextAsync(HttpRequestMessage request, string field)
    {
        using var response = await Http.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty(field).ToString();
    }

    private ProcessStartInfo Start(int port, (string Name, string Value)[] settings)
    {
        var program = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", "Functions", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
            "PersonalizationEngine.Functions.dll"));
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = _folder.FullName };
        (string Name, string Value)[] own =
        [
            ("DATA_DIR", _folder.FullName), ("SERVER_HOST", "127.0.0.1"), ("SERVER_PORT", $"{port}"), ("HOST_DEFAULT_KEY", Key),
            ("WEBHOOK_TOKENS", Token),
        ];
        foreach (var (name, value) in own.Concat(settings)) start.Environment[name] = value;
        return start;
    }
}
