using System.Globalization;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Functions.Http.Problems;

/// <summary>Answers that say what is wrong.</summary>
internal static class ProblemAnswer
{
    private const string ContentType = "application/problem+json", RetryAfterSeconds = "2", InFlightSeconds = "1";

    public static IResult Invalid(IReadOnlyList<DocumentFault> faults) => Invalid([.. faults.Select(FieldError.Of)]);

    public static IResult Invalid(IReadOnlyList<FieldError> errors) => Of(
        ProblemKind.Invalid,
        string.Join("; ", errors.Take(3).Select(error => error.Field.Length == 0 ? $"the body {error.Message}" : $"{error.Field} {error.Message}")), errors);

    public static IResult Malformed(string detail) =>
        Of(ProblemKind.Malformed, detail);

    public static IResult TooLarge(string detail) =>
        Of(ProblemKind.TooLarge, detail);

    public static IResult Unauthorized(string detail) =>
        Of(ProblemKind.Unauthorized, detail);

    public static IResult Forbidden(string detail) =>
        Of(ProblemKind.Forbidden, detail);

    /// <param name="wait">Until when it is worth trying again; told in whole seconds, at least one.</param>
    public static IResult TooManyRequests(HttpResponse response, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        response.Headers.RetryAfter = seconds;
        return Of(ProblemKind.TooManyRequests, $"This address asks more often than it may. Try again in {seconds} s.");
    }

    public static IResult NotFound(string detail) => Of(ProblemKind.NotFound, detail);

    public static IResult Conflict(string detail) =>
        Of(ProblemKind.Conflict, detail);

    public static IResult PreconditionFailed(string detail) =>
        Of(ProblemKind.Outdated, detail);

    /// <summary>A client that waits and tries again loses nothing.</summary>
    public static IResult Unavailable(HttpResponse response)
    {
        response.Headers.RetryAfter = RetryAfterSeconds;
        return Of(ProblemKind.Unavailable,
            $"Nothing was stored. Try again in {RetryAfterSeconds} seconds.");
    }

    /// <summary>The first request with an Idempotency-Key has not been answered yet.</summary>
    public static IResult KeyInFlight(HttpResponse response)
    {
        response.Headers.RetryAfter = InFlightSeconds;
        return Of(ProblemKind.KeyInFlight, $"Send it again in {InFlightSeconds} s with the same Idempotency-Key to get its answer.");
    }

    public static IResult AnswerNotKept() => Of(
        ProblemKind.AnswerNotKept, "It is not run again. Read what became of it, or send the request with another Idempotency-Key.");

    public static IResult KeyReused() => Of(
        ProblemKind.KeyReused, "The Idempotency-Key was sent before with another method, path, query, If-Match or body. Take a new key for a new request.");

    public static IResult Internal() => Of(ProblemKind.Internal, "The fault is ours, and it was logged.");

    private static JsonAnswer<Problem> Of(ProblemKind kind, string detail, IReadOnlyList<FieldError>? errors = null) =>
        new(new Problem(kind.Type, kind.Title, kind.Status, detail, errors), ApiJson.Default.Problem, kind.Status, ContentType);
}
