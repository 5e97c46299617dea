using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Access;

/// <summary>Tokens as a customer's server makes them, by RFC 7515 and 7519 alone and with nothing of the engine's.</summary>
internal static class OwnToken
{
    public static string Of(string userId, string secret = BrowserEngine.Secret, double minutes = 10, string algorithm = "HS256", Action<JsonObject>? change = null)
    {
        var claims = new JsonObject { ["sub"] = userId, ["exp"] = DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds() };
        change?.Invoke(claims);
        var signed = $"{Encode(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" })}.{Encode(claims)}";
        var key = Encoding.UTF8.GetBytes(secret);
        var signature = algorithm switch
        {
            "none" => [],
            "HS512" => HMACSHA512.HashData(key, Encoding.UTF8.GetBytes(signed)),
            _ => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)),
        };
        return $"{signed}.{Encode(signature)}";
    }

    private static string Encode(JsonObject part) => Encode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
