using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Idempotency;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>
/// A request that has its key, while it runs. Its answer is kept when the head is about to be written: nobody has read what is
/// not kept. What came to nothing (400 and above) is not: it changed nothing, and may be tried again.
/// </summary>
internal sealed class KeyedRequest
{
    private readonly HttpContext _http;
    private readonly HeldKey _key;
    private readonly CapturedAnswer _answer;
    private bool _hasRun;

    private KeyedRequest(HttpContext http, HeldKey key) => (_http, _key, _answer) = (http, key, CapturedAnswer.Begin(http));

    public static KeyedRequest Begin(HttpContext http, HeldKey key)
    {
        var request = new KeyedRequest(http, key);
        http.Response.OnStarting(request.EndAsync);
        // Where no answer came about.
        http.Response.OnCompleted(key.ReleaseAsync);
        return request;
    }

    /// <summary>Runs the function, whose answer is written after it has returned.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> function)
    {
        T result;
        try
        {
            result = await function();
        }
        catch
        {
            // What is written then is the answer to a failure.
            await _key.ReleaseAsync();
            throw;
        }

        _hasRun = true;
        // The host has answered for a function that took too long: 500, and so nothing is kept.
        if (_http.Response.HasStarted) await _key.ReleaseAsync();
        return result;
    }

    private Task EndAsync()
    {
        var response = _http.Response;
        if (!_hasRun) return Task.CompletedTask;
        if (response.StatusCode >= StatusCodes.Status400BadRequest || _answer.HasDoneNothing) return _key.ReleaseAsync();
        var body = _answer.Whole(response) is { } whole && Utf8.IsValid(whole.Span) ? Encoding.UTF8.GetString(whole.Span) : null;
        return _key.KeepAsync(new KeptAnswer(response.StatusCode, KeptHeaders.Of(response), body));
    }
}
