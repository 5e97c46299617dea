using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>The headers of clients who send a request again until they know what became of it.</summary>
internal static class KeyHeader
{
    public const string Name = "Idempotency-Key", Replayed = "Idempotent-Replayed";

    private const char First = ' ', Last = '~';

    private static readonly FieldError Accepted = new(Name, null, $"must be 1 to {KeyRules.LongestKey} printable ASCII characters, once");

    public static IResult Refusal { get; } = ProblemAnswer.Invalid([Accepted]);

    /// <returns>Null where it is not acceptable.</returns>
    public static string? Read(HttpRequest request)
    {
        if (request.Headers[Name] is not [{ Length: > 0 and <= KeyRules.LongestKey } key]) return null;
        return key.AsSpan().ContainsAnyExceptInRange(First, Last) ? null : key;
    }
}
