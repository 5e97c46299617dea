using PersonalizationEngine.Engine.Ingestion.Authentication;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

/// <summary>Each row of the shared vectors, and each case they say must be refused or accepted; a case that is new there fails here.</summary>
public sealed class SharedVectorTests
{
    private static readonly byte[] Key = Convert.FromBase64String(Signed.Secret["whsec_".Length..]);

    private static readonly Dictionary<string, Func<bool>> MustReject = new(StringComparer.Ordinal)
    {
        ["missing any of webhook-id, webhook-timestamp, webhook-signature"] = () =>
            Refuses(Signed.Headers(id: null)) && Refuses(Signed.Headers(timestamp: null)) && Refuses(Signed.Headers(signature: null)),
        ["timestamp not an integer"] = () => Refuses(Resigned("1614265330.5")) && Refuses(Resigned("now")) && Refuses(Resigned("")),
        ["timestamp more than 300 s old"] = () => Refuses(Signed.Headers(), now: Signed.SentAt.AddSeconds(301)),
        ["timestamp more than 300 s in the future"] = () => Refuses(Signed.Headers(), now: Signed.SentAt.AddSeconds(-301)),
        ["'v1,' with an empty signature"] = () => Refuses(Signed.Headers("v1,")),
        ["the header cut to 8 characters"] = () => Refuses(Signed.Headers(Signed.Hmac[..8])),
        ["a right signature under an unknown version label (v2,...)"] = () => Refuses(Signed.Headers("v2" + Signed.Hmac[2..])),
        ["body re-serialised (one space less)"] = () => Refuses(Signed.Headers(), Signed.Body.Replace(" ", "", StringComparison.Ordinal)),
        ["empty secret, or 'whsec_' alone, is a configuration error"] = () => WebhookKey.Parse("") is null && WebhookKey.Parse("whsec_") is null && WebhookKey.Parse("raw:") is null,
    };

    private static readonly Dictionary<string, Func<bool>> MustAccept = new(StringComparer.Ordinal)
    {
        ["any one valid signature in a space-separated list (rotation)"] = () =>
            !Refuses(Signed.Headers($"v1,AAAA v2,x {Signed.Hmac} v1,")) && !Refuses(Signed.Headers($"{Signed.Hmac} v1,AAAA")),
        ["secret with or without the whsec_ prefix"] = () =>
            Signed.WhyRefused(Signed.Headers()) is null && Signed.WhyRefused(Signed.Headers(), secrets: Signed.Secret["whsec_".Length..]) is null,
        ["an empty body"] = () => !Refuses(Signed.Headers(Signed.Sign(Key, Signed.Id, Signed.Timestamp, [])), ""),
    };

    [Fact]
    public void WhyRefused_EachRow_IsAccepted()
    {
        foreach (var row in SharedVectors.Read("standard-webhooks.json").GetProperty("rows").EnumerateArray())
        {
            var headers = new WebhookHeaders(
                row.GetProperty("id").GetString(), row.GetProperty("timestamp").GetInt64().ToString(null, null), row.GetProperty("signature").GetString(), null);
            var key = row.TryGetProperty("secret", out var secret) ? secret : row.GetProperty("publicKey");

            Assert.Null(Signed.WhyRefused(headers, row.GetProperty("body").GetString()!, key.GetString()!));
        }
    }

    [Fact]
    public void WhyRefused_EachCaseThatMustBeRejected_Is() => AssertAll("mustReject", MustReject);

    [Fact]
    public void WhyRefused_EachCaseThatMustBeAccepted_Is() => AssertAll("mustAccept", MustAccept);

    private static void AssertAll(string list, Dictionary<string, Func<bool>> cases)
    {
        foreach (var said in SharedVectors.Read("standard-webhooks.json").GetProperty(list).EnumerateArray().Select(text => text.GetString()!))
        {
            Assert.True(cases.ContainsKey(said), $"No test of: {said}");
            Assert.True(cases[said](), said);
        }
    }

    private static bool Refuses(WebhookHeaders headers, string body = Signed.Body, DateTimeOffset? now = null) =>
        Signed.WhyRefused(headers, body, now: now) is not null;

    private static WebhookHeaders Resigned(string timestamp) =>
        Signed.Headers(Signed.Sign(Key, Signed.Id, timestamp, System.Text.Encoding.UTF8.GetBytes(Signed.Body)), timestamp: timestamp);
}
