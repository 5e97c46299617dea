using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Access;

internal sealed record PersonTokenAnswer(string Token, string UserId, DateTimeOffset ExpiresAt)
{
    /// <summary>Characters of a token: an id of the longest kind, each byte escaped, still fits.</summary>
    public const int Longest = 8192;

    public static IResult Of(PersonToken token) => new JsonAnswer<PersonTokenAnswer>(
        new PersonTokenAnswer(token.Token, token.UserId, token.ExpiresAt), ApiJson.Default.PersonTokenAnswer);
}
