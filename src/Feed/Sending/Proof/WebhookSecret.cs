using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Feed.Sending.Proof;

/// <summary>A signing secret of the Standard Webhooks specification (https://www.standardwebhooks.com), scheme v1.</summary>
internal sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <param name="text"><c>whsec_</c> and the key in base64; the prefix may be missing.</param>
    public static Outcome<WebhookSecret> Parse(string text)
    {
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        var key = new byte[encoded.Length];
        return encoded.Length > 0 && Convert.TryFromBase64String(encoded, key, out var length) && length > 0
            ? new WebhookSecret(key[..length])
            : new Failure("The webhook secret is not of the form whsec_<base64>.");
    }

    /// <summary>The <c>webhook-signature</c>: HMAC-SHA256 over <c>id.timestamp.body</c>, base64, behind "v1,".</summary>
    /// <param name="timestamp">Unix seconds, the value of <c>webhook-timestamp</c>.</param>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
