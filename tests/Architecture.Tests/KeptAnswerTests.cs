using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>
/// Answers of every form on Kestrel, which both hosts answer with, written as both do: after all that lies around a function has
/// returned.
/// </summary>
public sealed class KeptAnswerTests : IAsyncLifetime
{
    private const string NotKept = "urn:personalization-engine:idempotency-answer-not-kept";

    private readonly ConcurrentDictionary<string, int> _runs = new();
    private readonly KeyedRequests _keyed = new(new TakeKeys(new Keys(), TimeProvider.System, NullLogger<TakeKeys>.Instance));
    private readonly HttpClient _http = new();
    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("nothing")]
    [InlineData("megabyte")]
    public async Task Answer_InOnePiece_IsReplayed(string form)
    {
        var (first, again) = (await SendAsync(form), await SendAsync(form));

        Assert.Equal((first.Status, first.Body, 1), (again.Status, again.Body, _runs[form]));
        Assert.Equal((false, true), (first.IsReplayed, again.IsReplayed));
    }

    [Theory]
    [InlineData("larger")]
    [InlineData("pieces")]
    [InlineData("binary")]
    [InlineData("unwritten")]
    public async Task Answer_ThatCannotBeKept_IsSentWholeAndNotRunAgain(string form)
    {
        var (first, again) = (await SendAsync(form), await SendAsync(form));

        Assert.Equal((200, false), (first.Status, first.IsReplayed));
        Assert.Equal(form switch { "larger" => KeyRules.LargestBody + 1, "pieces" => 20, "binary" => 2, _ => 0 }, first.Bytes);
        Assert.Equal((409, 1), (again.Status, _runs[form]));
        Assert.Contains(NotKept, again.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused", 400)]
    [InlineData("failing", 500)]
    [InlineData("unwritable", 500)]
    public async Task Answer_OfWhatCameToNothing_IsNotKept(string form, int status)
    {
        var first = await SendAsync(form);
        var again = await SendAsync(form);
        // Where the server itself answers for what broke, the key is freed a moment later.
        while (again.Status == 409) again = await SendAsync(form);

        Assert.Equal((status, status, 2), (first.Status, again.Status, _runs[form]));
        Assert.False(again.IsReplayed);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var form = http.Request.Path.Value!.Trim('/');
        var answer = await _keyed.AnswerAsync(http, "somebody", () =>
        {
            _runs.AddOrUpdate(form, 1, (_, runs) => runs + 1);
            return form == "failing" ? throw new InvalidOperationException("The function failed.") : Task.FromResult(Of(form));
        });
        await answer.ExecuteAsync(http);
    }

    private static IResult Of(string form) => form switch
    {
        "json" => new JsonAnswer<Problem>(new Problem("a", "Grüße", 200, null), ApiJson.Default.Problem),
        "nothing" => Results.NoContent(),
        "megabyte" => Results.Bytes(Encoding.UTF8.GetBytes(new string('x', KeyRules.LargestBody)), "text/plain"),
        "larger" => Results.Bytes(Encoding.UTF8.GetBytes(new string('x', KeyRules.LargestBody + 1)), "text/plain"),
        "binary" => Results.Bytes(new byte[] { 0xff, 0xfe }),
        "pieces" => Results.Stream(async stream =>
        {
            for (var piece = 0; piece < 2; piece++)
            {
                await stream.WriteAsync("ten bytes "u8.ToArray());
                await stream.FlushAsync();
            }
        }),
        "refused" => ProblemAnswer.Malformed("It cannot be read."),
        "unwritable" => new Unwritable(),
        _ => Results.Empty,
    };

    private async Task<(int Status, string Body, long Bytes, bool IsReplayed)> SendAsync(string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form) { Content = new StringContent("{}") };
        request.Headers.Add(KeyHeader.Name, form);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, Encoding.UTF8.GetString(body), body.Length, response.Headers.Contains(KeyHeader.Replayed));
    }

    private sealed class Unwritable : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("It cannot be written.");
    }

    /// <summary>A store for one test, whose keys never run out.</summary>
    private sealed class Keys : IIdempotencyKeys
    {
        private readonly ConcurrentDictionary<string, (string Request, KeptAnswer? Answer)> _keys = new();

        public Task<KeyFound> TakeAsync(
            string key, string request, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => Task.FromResult(
            _keys.TryAdd(key, (request, null)) ? new KeyFound(KeyState.Taken)
            : _keys[key] is { Answer: { } answer } ? new KeyFound(KeyState.Answered, answer) : new KeyFound(KeyState.InFlight));

        public Task<bool> RenewAsync(string key, string holder, DateTimeOffset until, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> KeepAsync(string key, string holder, KeptAnswer answer, DateTimeOffset until, CancellationToken cancellationToken)
        {
            _keys[key] = (_keys[key].Request, answer);
            return Task.FromResult(true);
        }

        public Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken) => Task.FromResult(_keys.TryRemove(key, out _));
    }
}
