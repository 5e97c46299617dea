using System.Diagnostics;
using System.Text;
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
    private const string SdkKey = "sdk-key-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly int Requests = int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_API_REQUESTS"), out var asked) ? asked
        : Environment.GetEnvironmentVariable("PERSONALIZATION_FULL_TESTS") == "1" ? 100_000 : 3_000;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_FUZZ_SEED"), out var seed) ? seed : 20260514;

    /// <summary>What each security scheme of the document, or a key in a path, is proved by here.</summary>
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["functionKey"] = EngineProcess.FunctionKey,
        ["masterKey"] = EngineProcess.MasterKey,
        ["webhookToken"] = EngineProcess.Token,
        ["clientKey"] = SdkKey,
    };

    private readonly Tally _tally = new();
    private readonly Vocabulary _vocabulary = new();

    [Fact]
    public async Task Operations_ValidAndMutatedInput_AreAnsweredAsDocumented()
    {
        await using var process = await EngineProcess.StartAsync(null, ("experiments__sdk_keys__0", SdkKey));
        await process.Client.BecomeReadyAsync();
        var api = await ApiDescription.ReadAsync(process.Client);
        var check = new AnswerCheck(api, _vocabulary);

        using (var http = new HttpClient { Timeout = Patience })
        {
            var maker = Maker(0);
            foreach (var operation in api.Operations.OrderBy(operation => operation.Method == "POST" ? 0 : 1))
                await SendAsync(http, check, operation, maker.Example(operation), fits: true);
        }

        await Task.WhenAll(Enumerable.Range(1, Senders).Select(sender => Task.Run(() => SendAllAsync(api, check, Maker(sender * 10), new Random(Seed + sender)))));

        var report = $"Seed {Seed}, {_tally.Total} requests: {string.Join(", ", _tally.Statuses.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key}"))}. Most time: {_tally.Slowest}.";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        TestContext.Current.TestOutputHelper?.WriteLine($"Never a good answer: {string.Join(", ", _tally.NeverGood(api))}");
        foreach (var (reason, count) in _tally.Refused.OrderByDescending(one => one.Value).Take(150)) TestContext.Current.TestOutputHelper?.WriteLine($"{count}  {reason}");
        Assert.True(_tally.Complaints.IsEmpty, $"{report}\n{_tally.Complaints.Count} complaints, such as\n{string.Join('\n', _tally.Complaints.Take(25))}");
        Assert.Empty(_tally.NeverGood(api));
        Assert.Equal("ready", (string?)(await process.Client.GetAsync("/api/v1/health/ready")).AssertOk().Json["status"]);

        RequestMaker Maker(int offset) => new(api, process.Client.Address, _vocabulary, Secrets, Seed + offset);
    }

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

    private async Task SendAsync(HttpClient http, AnswerCheck check, ApiOperation operation, HttpRequestMessage request, bool fits)
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
            else if (fits && (int)response.StatusCode is 400 or 413) _tally.Refused.AddOrUpdate($"{operation.Id}: {Short(body)}", 1, (_, count) => count + 1);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            _tally.Complaints.Enqueue($"{operation.Id}: {await DescribeAsync(request)} → {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static async Task<string> DescribeAsync(HttpRequestMessage request) =>
        $"{request.Method} {request.RequestUri!.OriginalString} {(request.Content is null ? "" : Short(await request.Content.ReadAsByteArrayAsync()))}";

    private static string Short(byte[] body) => Encoding.UTF8.GetString(body) is var text && text.Length > 500 ? text[..500] : Encoding.UTF8.GetString(body);
}
