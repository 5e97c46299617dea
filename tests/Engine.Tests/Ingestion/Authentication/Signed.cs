using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Engine.Ingestion.Authentication;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

/// <summary>The published example of Standard Webhooks, and requests signed as its text describes.</summary>
internal static class Signed
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string PublicKey = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";
    public const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    public const string Timestamp = "1614265330";
    public const string Body = "{\"test\": 2432232314}";
    public const string Hmac = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    public const string Ed25519 = "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==";

    public static readonly DateTimeOffset SentAt = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    public static WebhookHeaders Headers(string? signature = Hmac, string? id = Id, string? timestamp = Timestamp, string? token = null) =>
        new(id, timestamp, signature, token);

    public static string? WhyRefused(WebhookHeaders headers, string body = Body, string secrets = Secret, string? tokens = null, DateTimeOffset? now = null)
    {
        var faults = new List<string>();
        var credentials = WebhookCredentials.Parse(secrets, tokens, faults);
        Assert.Empty(faults);
        return new WebhookAuthenticator(credentials, new FakeTimeProvider(now ?? SentAt)).WhyRefused(headers, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>A v1 signature made without the engine's own code.</summary>
    public static string Sign(byte[] key, string id, string timestamp, byte[] body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(id + "." + timestamp + "."));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
