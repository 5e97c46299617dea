using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Access;

/// <summary>
/// Lets browsers in, who hold no function key: the site must be known, the page one of its own, the pace bearable, and where it is
/// about a person, the token that person's.
/// </summary>
public sealed class SiteGate
{
    private const string BearerScheme = "Bearer ", SecondsOfPreflight = "7200", Methods = "GET, POST, OPTIONS";
    private const string Headers = "authorization, content-type, idempotency-key, x-tester-key";

    private readonly AccessRules _rules;
    private readonly PersonTokens _tokens;
    private readonly RequestRates _rates;
    private readonly KeyedRequests _keyed;

    internal SiteGate(AccessRules rules, PersonTokens tokens, RequestRates rates, KeyedRequests keyed) =>
        (_rules, _tokens, _rates, _keyed) = (rules, tokens, rates, keyed);

    /// <summary>For what is the same for everybody; who brings a token is told apart all the same.</summary>
    internal async Task<IResult> AnswerAsync(HttpRequest request, string siteKey, Func<Caller?, Task<IResult>> answer)
    {
        if (Stop(request, siteKey) is { } stopped) return stopped;
        if (TokenOf(request) is not { } token) return await answer(null);
        var (caller, refusal) = await _tokens.ReadAsync(token, siteKey);
        return caller is { } known ? await answer(known) : ProblemAnswer.Unauthorized(refusal!);
    }

    /// <summary>For what is about a person. What is posted with an Idempotency-Key runs once, now that it is proven whose it is.</summary>
    internal Task<IResult> AnswerPersonAsync(HttpRequest request, string siteKey, Func<Caller, Task<IResult>> answer) =>
        AnswerAsync(request, siteKey, caller => caller is { } known
            ? HttpMethods.IsPost(request.Method) && KeyedRequests.HasKey(request)
                ? _keyed.AnswerAsync(request.HttpContext, KeyedCaller.OfBrowser(siteKey, known.UserId), () => answer(known))
                : answer(known)
            : Task.FromResult(ProblemAnswer.Unauthorized(
                "A person's token is needed, as in Authorization: Bearer TOKEN. For a visitor without a name POST …/visitor gives one.")));

    /// <returns>The answer when it is none of the function's business, or null.</returns>
    private IResult? Stop(HttpRequest request, string siteKey)
    {
        if (_rules.Find(siteKey) is not { } site) return ProblemAnswer.Unauthorized("The site key is none of those in access.sites.");
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            request.HttpContext.Response.Headers.Vary = "Origin";
            if (!site.Origins.Admit(origin)) return ProblemAnswer.Forbidden("The page's origin is none of those the site has in access.sites.");
            Welcome(request.HttpContext.Response, origin);
        }

        if (HttpMethods.IsOptions(request.Method)) return Preflight(request.HttpContext.Response);
        return _rates.WhyWait(siteKey, ClientAddress.Of(request, _rules.Proxies)) is { } wait
            ? ProblemAnswer.TooManyRequests(request.HttpContext.Response, wait)
            : null;
    }

    /// <summary>No cookie is ever looked at, so none is asked for.</summary>
    private static void Welcome(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlExposeHeaders = "Retry-After, ETag, Idempotent-Replayed";
    }

    private static IResult Preflight(HttpResponse response)
    {
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = Headers;
        response.Headers.AccessControlMaxAge = SecondsOfPreflight;
        return Results.NoContent();
    }

    private static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) ? header[BearerScheme.Length..].Trim() : null;
    }
}
