using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>
/// Thousands of wrong requests to every endpoint. None may break the engine, hang it, or be answered with anything but an
/// answer or problem details. PERSONALIZATION_FUZZ_SEED repeats a run, PERSONALIZATION_FULL_TESTS=1 makes it longer.
/// </summary>
public sealed class FuzzTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private const int Senders = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly int Requests = Environment.GetEnvironmentVariable("PERSONALIZATION_FULL_TESTS") == "1" ? 12_000 : 1_500;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_FUZZ_SEED"), out var seed) ? seed : 20260514;

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentDictionary<int, int> _statuses = new();

    [Fact]
    public async Task Requests_OfEveryKindOfWrong_AreAnsweredAndLeaveTheEngineWell()
    {
        var marker = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(marker, "/pricing"));
        var decision = (string)(await engine.Client.PersonalizeAsync(marker))["decision_id"]!;
        var tables = Tables();

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender =>
            Task.Run(() => SendAsync(new HostileRequests(engine.Process.Address(), decision, Seed + sender)))));

        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed}: {string.Join(", ", _statuses.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key}"))}");
        Assert.True(_complaints.IsEmpty, $"Seed {Seed}: {_complaints.Count} complaints, such as\n{string.Join('\n', _complaints.Take(5))}");
        Assert.Contains(200, _statuses.Keys);
        Assert.Contains(400, _statuses.Keys);
        Assert.Equal("ready", (string?)(await engine.Client.GetAsync("/api/v1/health/ready")).AssertOk().Json["status"]);
        Assert.Equal(3.5m, (decimal)(await engine.Client.PostAsync($"/api/v1/lead-score/{marker}")).AssertOk().Json["score"]!);
        Assert.Equal(tables, Tables());
        Assert.Equal(["ok"], engine.Process.Query<string>("pragma integrity_check"));
    }

    private async Task SendAsync(HostileRequests requests)
    {
        using var http = new HttpClient { Timeout = Patience };
        for (var i = 0; i < Requests / Senders; i++)
        {
            using var request = requests.Next();
            try
            {
                using var response = await http.SendAsync(request);
                _statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
                if (WhyWrong(response, await response.Content.ReadAsByteArrayAsync(), request.Method) is { } reason)
                    _complaints.Enqueue($"{await DescribeAsync(request)} → {(int)response.StatusCode}: {reason}");
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                _complaints.Enqueue($"{await DescribeAsync(request)} → {exception.GetType().Name}: {exception.Message}");
            }
        }
    }

    private static string? WhyWrong(HttpResponseMessage response, byte[] body, HttpMethod method)
    {
        var status = (int)response.StatusCode;
        if (status >= 500) return $"a server error: {Text(body)}";
        if (IsRefusedByTheProtocol(response, body) || method == HttpMethod.Head || status == 204) return null;
        if (response.Content.Headers.ContentType?.MediaType is not { } type) return "no content type";
        if (status < 400) return type is "application/json" or "text/html" ? null : $"unexpected {type}";
        if (type != "application/problem+json") return $"no problem details but {type}";

        using var problem = JsonDocument.Parse(body);
        return problem.RootElement.GetProperty("status").GetInt32() == status && problem.RootElement.GetProperty("title").GetString() is { Length: > 0 }
            ? null
            : $"incomplete problem details: {Text(body)}";
    }

    /// <summary>What is no HTTP request (a zero byte in the path, an endless line) the web server itself turns away.</summary>
    private static bool IsRefusedByTheProtocol(HttpResponseMessage response, byte[] body) =>
        response.Headers.ConnectionClose == true && body.Length == 0 && (int)response.StatusCode is 400 or 405 or 408 or 411 or 413 or 414 or 431;

    private static async Task<string> DescribeAsync(HttpRequestMessage request)
    {
        var body = request.Content is null ? "" : Text(await request.Content.ReadAsByteArrayAsync());
        return $"{request.Method} {request.RequestUri!.OriginalString} {body}";
    }

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body) is var text && text.Length > 600 ? text[..600] : Encoding.UTF8.GetString(body);

    private List<string> Tables() => engine.Process.Query<string>("select name || sql from sqlite_master where sql is not null order by name");
}
