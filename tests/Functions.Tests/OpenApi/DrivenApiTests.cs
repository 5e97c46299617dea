using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.OpenApi.Driving;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <summary>
/// Every operation of the document, with input that fits it and input that does not. Each answer is one that the document
/// tells of. PERSONALIZATION_FUZZ_SEED repeats a run, PERSONALIZATION_FULL_TESTS=1 makes it 100,000 requests.
/// </summary>
public sealed class DrivenApiTests
{
    private const int Senders = 4;
    private const string SdkKey = "sdk-key-of-the-tests", TesterKey = "tester-key-of-the-tests";
    private const string SiteKey = "site_of_the_tests";
    private const string AnnasKey = "key-of-anna-in-the-tests", BensKey = "key-of-ben-in-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly int Requests = int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_API_REQUESTS"), out var asked) ? asked
        : Environment.GetEnvironmentVariable("PERSONALIZATION_FULL_TESTS") == "1" ? 100_000 : 3_000;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_FUZZ_SEED"), out var seed) ? seed : 20260514;

    /// <summary>What each security scheme of the document, or a key in a path, is proved by here.</summary>
    private static readonly Dictionary<string, string[]> Secrets = new()
    {
        ["functionKey"] = [EngineProcess.FunctionKey],
        ["masterKey"] = [EngineProcess.MasterKey],
        ["webhookToken"] = [EngineProcess.Token],
        ["clientKey"] = [SdkKey],
        ["siteKey"] = [SiteKey],
        ["x-tester-key"] = [TesterKey],
        ["x-editor-key"] = [AnnasKey, BensKey],
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Tally _tally = new();
    private readonly Vocabulary _vocabulary = new();

    [Fact]
    public async Task Operations_ValidAndMutatedInput_AreAnsweredAsDocumented()
    {
        await using var process = await EngineProcess.StartAsync(null, ("experiments__sdk_keys__0", SdkKey), ("access__sites__0__key", SiteKey), ("access__sites__0__origins__0", "https://shop.example.com"), ("access__requests_per_minute", "1000000"),
            ("experiments__tester_keys__0", TesterKey), ("EDITOR_KEYS", $"anna:{AnnasKey} ben:{BensKey}"));
        await process.Client.BecomeReadyAsync();
        var api = await ApiDescription.ReadAsync(process.Client);
        Secrets["personToken"] = [await MintAsync(process.Client, "u-42"), await MintAsync(process.Client, "a person of the tests")];
        var check = new AnswerCheck(api, _vocabulary);

        using (var http = new HttpClient { Timeout = Patience })
        {
            var maker = Maker(0);
            string[] order = ["POST", "PUT", "GET", "POST", "PUT", "GET", "DELETE"];
            foreach (var operation in order.SelectMany(method => api.Operations.Where(operation => operation.Method == method)))
                Record(operation, await SendAsync(http, check, operation, maker.Example(operation), fits: true));
        }

        await Task.WhenAll(Enumerable.Range(1, Senders).Select(sender => Task.Run(() => SendAllAsync(api, check, Maker(sender * 10), new Random(Seed + sender)))));

        var report = $"Seed {Seed}, {_tally.Total} requests: {string.Join(", ", _tally.Statuses.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key}"))}. Most time: {_tally.Slowest}.";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        TestContext.Current.TestOutputHelper?.WriteLine($"Never a good answer: {string.Join(", ", _tally.NeverGood(api))}");
        foreach (var (reason, count) in _tally.Refused.OrderByDescending(one => one.Value).Take(150)) TestContext.Current.TestOutputHelper?.WriteLine($"{count}  {reason}");
        Assert.True(_tally.Complaints.IsEmpty, $"{report}\n{_tally.Complaints.Count} complaints, such as\n{string.Join('\n', _tally.Complaints.Take(25))}");
        // Chance does not bring about the state that each of them needs: an erasure, a merge, a receipt that is kept, a link in a message.
        Assert.InRange(_tally.NeverGood(api).Count(), 0, api.Operations.Count / 5);
        Assert.Equal("ready", (string?)(await process.Client.GetAsync("/api/v1/health/ready")).AssertOk().Json["status"]);

        RequestMaker Maker(int offset) => new(api, process.Client.Address, _vocabulary, Secrets, Seed + offset);
    }

    private static async Task<string> MintAsync(EngineClient client, string user) => (string)(await client.PostAsync(
        "/api/v1/person-tokens", new JsonObject { ["user_id"] = user, ["site"] = SiteKey }.ToJsonString())).AssertOk().Json["token"]!;

    private async Task SendAllAsync(ApiDescription api, AnswerCheck check, RequestMaker maker, Random random)
    {
        using var http = new HttpClient { Timeout = Patience };
        for (var sent = 0; sent < Requests / Senders;)
        {
            var operation = api.Operations[random.Next(api.Operations.Count)];
            if (!_tally.IsDue(operation, random)) continue;
            var fits = random.Next(3) == 0;
            await SendAsync(http, check, operation, fits ? maker.Valid(operation) : maker.Wrong(operation), fits);
            sent++;
        }
    }

    private async Task<string?> SendAsync(HttpClient http, AnswerCheck check, ApiOperation operation, HttpRequestMessage request, bool fits)
    {
        using var sent = request;
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            _tally.Count(operation, (int)response.StatusCode, Stopwatch.GetElapsedTime(started));
            if (check.WhyWrong(operation, response, body) is { } reason)
                _tally.Complaints.Enqueue($"{operation.Id}: {await DescribeAsync(request)} → {(int)response.StatusCode}: {reason}: {Short(body)}");
            else if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created) return Encoding.UTF8.GetString(body);
            else if (fits && (int)response.StatusCode is 400 or 413) _tally.Refused.AddOrUpdate($"{operation.Id}: {Short(body)}", 1, (_, count) => count + 1);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            _tally.Complaints.Enqueue($"{operation.Id}: {await DescribeAsync(request)} → {exception.GetType().Name}: {exception.Message}");
        }

        return null;
    }

    /// <summary>Keeps what examples were answered, to be put into src/Functions/OpenApi/Examples; see docs/openapi.md.</summary>
    private static void Record(ApiOperation operation, string? answer)
    {
        const int Longest = 6_000;
        if (Environment.GetEnvironmentVariable("PERSONALIZATION_RECORD_EXAMPLES") is not { Length: > 0 } folder || answer is not { Length: > 0 and < Longest }) return;
        File.WriteAllText(Path.Combine(folder, $"{operation.Function}.json"), $"{JsonNode.Parse(answer)!.ToJsonString(Indented)}\n");
    }

    private static async Task<string> DescribeAsync(HttpRequestMessage request) =>
        $"{request.Method} {request.RequestUri!.OriginalString} {(request.Content is null ? "" : Short(await request.Content.ReadAsByteArrayAsync()))}";

    private static string Short(byte[] body) => Encoding.UTF8.GetString(body) is var text && text.Length > 500 ? text[..500] : Encoding.UTF8.GetString(body);
}
