using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Browser.Tests.Access;

/// <summary>Sessions as the engine makes them, by somebody who knows its secret or does not.</summary>
internal static class ForgedSession
{
    /// <summary>A value of DECISION_KEY.</summary>
    public const string DecisionKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly byte[] Key = HMACSHA256.HashData(Convert.FromBase64String(DecisionKey), "dashboard sessions"u8);

    public static string Of(DateTimeOffset expires, byte[]? key = null, string algorithm = "HS256", string role = "Admin", string source = "Master", string mark = "")
    {
        var header = Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""");
        var claims = Encode(
            $$"""{"iss":"personalization-engine/dashboard","jti":"forged","sub":"_master","role":"{{role}}","source":"{{source}}","mark":"{{mark}}","exp":{{expires.ToUnixTimeSeconds()}}}""");
        var signature = algorithm == "none" ? "" : Base64Url.EncodeToString(HMACSHA256.HashData(key ?? Key, Encoding.ASCII.GetBytes($"{header}.{claims}")));
        return $"{header}.{claims}.{signature}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
