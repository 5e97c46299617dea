using System.Globalization;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Functions.Http.Problems;

/// <summary>Answers that say what is wrong.</summary>
internal static class ProblemAnswer
{
    private const string ContentType = "application/problem+json", RetryAfterSeconds = "2";

    public static IResult Invalid(IReadOnlyList<DocumentFault> faults) => Invalid([.. faults.Select(FieldError.Of)]);

    public static IResult Invalid(IReadOnlyList<FieldError> errors) => Of(
        StatusCodes.Status400BadRequest, "invalid-request", "The request is not valid",
        string.Join("; ", errors.Take(3).Select(error => error.Field.Length == 0 ? $"the body {error.Message}" : $"{error.Field} {error.Message}")), errors);

    public static IResult Malformed(string detail) =>
        Of(StatusCodes.Status400BadRequest, "malformed-body", "The body cannot be read", detail);

    public static IResult TooLarge(string detail) =>
        Of(StatusCodes.Status413PayloadTooLarge, "too-large", "The request is too large", detail);

    public static IResult Unauthorized(string detail) =>
        Of(StatusCodes.Status401Unauthorized, "unauthorized", "The sender is not proven", detail);

    public static IResult Forbidden(string detail) =>
        Of(StatusCodes.Status403Forbidden, "forbidden", "The sender may not do this", detail);

    /// <param name="wait">Until when it is worth trying again; told in whole seconds, at least one.</param>
    public static IResult TooManyRequests(HttpResponse response, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        response.Headers.RetryAfter = seconds;
        return Of(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests",
            $"This address asks more often than it may. Try again in {seconds} s.");
    }

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "not-found", "There is no such thing", detail);

    public static IResult Conflict(string detail) =>
        Of(StatusCodes.Status409Conflict, "conflict", "The change contradicts what is there", detail);

    public static IResult PreconditionFailed(string detail) =>
        Of(StatusCodes.Status412PreconditionFailed, "outdated", "Somebody else changed it meanwhile", detail);

    /// <summary>A client that waits and tries again loses nothing.</summary>
    public static IResult Unavailable(HttpResponse response)
    {
        response.Headers.RetryAfter = RetryAfterSeconds;
        return Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "A system behind this one does not answer",
            $"Nothing was stored. Try again in {RetryAfterSeconds} seconds.");
    }

    public static IResult Internal() => Of(
        StatusCodes.Status500InternalServerError, "internal", "Something went wrong here", "The fault is ours, and it was logged.");

    private static JsonAnswer<Problem> Of(int status, string kind, string title, string detail, IReadOnlyList<FieldError>? errors = null) =>
        new(new Problem($"urn:personalization-engine:{kind}", title, status, detail, errors), ApiJson.Default.Problem, status, ContentType);
}
