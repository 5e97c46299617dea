using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Feed.Tests.Receiver;

/// <summary>Checks who sends, written apart from the code under test.</summary>
internal static class Proof
{
    public static bool Holds(HttpRequest request, byte[] body)
    {
        if (request.Path == "/api/v1/events") return request.Headers["x-functions-key"] == ReceivingEngine.FunctionKey;
        var signature = request.Headers["webhook-signature"].ToString();
        if (signature.Length == 0) return request.Headers["x-webhook-token"] == ReceivingEngine.Token;
        var timestamp = request.Headers["webhook-timestamp"].ToString();
        var age = DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{timestamp}."), .. body];
        var key = Convert.FromBase64String(ReceivingEngine.Secret["whsec_".Length..]);
        return age.Duration() < TimeSpan.FromMinutes(5)
            && signature == "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
