using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>Lets requests with an Idempotency-Key run once.</summary>
internal sealed class KeyedRequests(TakeKeys keys)
{
    public static bool HasKey(HttpRequest request) => request.Headers.ContainsKey(KeyHeader.Name);

    /// <param name="caller">Who they are proven to be.</param>
    /// <returns>The request, which is to be run; or what it is answered instead.</returns>
    public async Task<(KeyedRequest? Run, IResult? Answer)> BeginAsync(HttpContext http, string caller)
    {
        // The caller who hangs up asks again: what has begun is finished and its answer kept for them.
        http.RequestAborted = CancellationToken.None;
        if (KeyHeader.Read(http.Request) is not { } key) return (null, KeyHeader.Refusal);
        if (await RequestHash.OfAsync(http.Request, CancellationToken.None) is not { } request)
            return (null, ProblemAnswer.TooLarge($"The body may have {RequestHash.LargestBody} bytes."));

        var (held, found) = await keys.RunAsync(KeyedCaller.Hash(caller, key), request, CancellationToken.None);
        return held is not null ? (KeyedRequest.Begin(http, held), null) : (null, Answer(http, found));
    }

    /// <summary>Runs the rest of a function once.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, string caller, Func<Task<IResult>> answer)
    {
        var (run, known) = await BeginAsync(http, caller);
        return run is null ? known! : await run.RunAsync(answer);
    }

    private static IResult Answer(HttpContext http, KeyFound found) => found switch
    {
        { State: KeyState.InFlight } => ProblemAnswer.KeyInFlight(http.Response),
        { Answer: { } answer } => ReplayedAnswer.Of(answer),
        _ => ProblemAnswer.KeyReused(),
    };
}
