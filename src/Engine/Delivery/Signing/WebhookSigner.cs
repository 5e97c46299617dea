using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Engine.Ingestion.Authentication;

namespace PersonalizationEngine.Engine.Delivery.Signing;

/// <summary>
/// Signs what we send per Standard Webhooks (v1), with every key it holds: while a secret is changed, receivers verify with the
/// old one or the new one. What it signs, <see cref="WebhookAuthenticator"/> accepts.
/// </summary>
/// <param name="keys">One at least.</param>
public sealed class WebhookSigner(IReadOnlyList<HmacKey> keys)
{
    /// <param name="secrets">Texts with <c>whsec_</c>, separated by white space.</param>
    /// <returns>Null when there is none, or one cannot be used.</returns>
    public static WebhookSigner? Parse(string secrets)
    {
        var keys = new List<HmacKey>();
        foreach (var text in secrets.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (WebhookKey.Parse(text) is not HmacKey key) return null;
            keys.Add(key);
        }

        return keys.Count == 0 ? null : new WebhookSigner(keys);
    }

    /// <returns>The header <c>webhook-signature</c>: a signature for each key, separated by spaces.</returns>
    public string Sign(string id, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var prefix = Encoding.UTF8.GetBytes(string.Create(null, $"{id}.{unixSeconds}."));
        var length = prefix.Length + body.Length;
        var signed = ArrayPool<byte>.Shared.Rent(length);
        prefix.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(prefix.Length));

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var header = new StringBuilder();
        foreach (var key in keys)
        {
            key.Sign(signed.AsSpan(0, length), signature);
            header.Append(header.Length == 0 ? "" : " ").Append(key.Scheme).Append(',').Append(Convert.ToBase64String(signature));
        }

        ArrayPool<byte>.Shared.Return(signed);
        return header.ToString();
    }
}
