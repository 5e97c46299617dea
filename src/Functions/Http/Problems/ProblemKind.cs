using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http.Problems;

/// <summary>A kind of problem: what its <c>type</c> names, and clients can go by.</summary>
/// <param name="Name">The end of its URN.</param>
internal sealed record ProblemKind(int Status, string Name, string Title)
{
    public static readonly ProblemKind
        Invalid = new(StatusCodes.Status400BadRequest, "invalid-request", "The request is not valid"),
        Malformed = new(StatusCodes.Status400BadRequest, "malformed-body", "The body cannot be read"),
        Unauthorized = new(StatusCodes.Status401Unauthorized, "unauthorized", "The sender is not proven"),
        Forbidden = new(StatusCodes.Status403Forbidden, "forbidden", "The sender may not do this"),
        NotFound = new(StatusCodes.Status404NotFound, "not-found", "There is no such thing"),
        Conflict = new(StatusCodes.Status409Conflict, "conflict", "The change contradicts what is there"),
        KeyInFlight = new(StatusCodes.Status409Conflict, "idempotency-key-in-flight", "The request with this key still runs"),
        AnswerNotKept = new(StatusCodes.Status409Conflict, "idempotency-answer-not-kept", "The request with this key was run, and its answer was not kept"),
        KeyReused = new(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "The key stands for another request"),
        Outdated = new(StatusCodes.Status412PreconditionFailed, "outdated", "Somebody else changed it meanwhile"),
        TooLarge = new(StatusCodes.Status413PayloadTooLarge, "too-large", "The request is too large"),
        TooManyRequests = new(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests"),
        Internal = new(StatusCodes.Status500InternalServerError, "internal", "Something went wrong here"),
        Unavailable = new(StatusCodes.Status503ServiceUnavailable, "unavailable", "A system behind this one does not answer");

    /// <summary>Each kind that can be answered.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
        [Invalid, Malformed, Unauthorized, Forbidden, NotFound, Conflict, KeyInFlight, AnswerNotKept, KeyReused, Outdated, TooLarge, TooManyRequests, Internal, Unavailable];

    /// <summary>The <c>type</c>s of what the embedded host itself answers before or after a function: where RFC 9110 defines the status.</summary>
    public static IReadOnlyList<string> OfTheHost { get; } =
        [.. new[] { "15.5.1", "15.5.2", "15.5.5", "15.5.9", "15.5.14", "15.6.1" }.Select(section => $"https://www.rfc-editor.org/rfc/rfc9110#section-{section}")];

    public string Type => $"urn:personalization-engine:{Name}";
}
