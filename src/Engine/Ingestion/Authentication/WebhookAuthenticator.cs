using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Ingestion.Authentication;

/// <summary>
/// Accepts a request that is signed per Standard Webhooks with any of our keys, its timestamp at most 5 minutes off, or that
/// carries one of our tokens. With neither keys nor tokens nothing is accepted.
/// </summary>
public sealed class WebhookAuthenticator(WebhookCredentials credentials, TimeProvider time)
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <returns>Null when the sender is proven, otherwise why not.</returns>
    public string? WhyRefused(WebhookHeaders headers, ReadOnlySpan<byte> body)
    {
        if (headers.Signature is null && headers.Token is { } token)
            return HasToken(token) ? null : "x-webhook-token is not one of ours.";
        if (string.IsNullOrEmpty(headers.Id) || string.IsNullOrEmpty(headers.Timestamp) || string.IsNullOrEmpty(headers.Signature))
            return "The headers webhook-id, webhook-timestamp and webhook-signature are needed, or x-webhook-token.";
        if (!IsFresh(headers.Timestamp)) return "webhook-timestamp must be unix seconds, at most 5 minutes off.";
        return IsSigned(headers, body) ? null : "webhook-signature holds no valid signature of this body.";
    }

    private bool HasToken(string token)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var found = false;
        foreach (var known in credentials.TokenHashes) found |= CryptographicOperations.FixedTimeEquals(known, given);
        return found;
    }

    private bool IsFresh(string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        return Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - (decimal)seconds) <= (decimal)Tolerance.TotalSeconds;
    }

    private bool IsSigned(WebhookHeaders headers, ReadOnlySpan<byte> body)
    {
        var prefix = Encoding.UTF8.GetBytes($"{headers.Id}.{headers.Timestamp}.");
        var signed = ArrayPool<byte>.Shared.Rent(prefix.Length + body.Length);
        prefix.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(prefix.Length));
        var isSigned = AnyVerifies(headers.Signature!, signed.AsSpan(0, prefix.Length + body.Length));
        ArrayPool<byte>.Shared.Return(signed);
        return isSigned;
    }

    private bool AnyVerifies(string signatures, ReadOnlySpan<byte> signed)
    {
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var comma = signature.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0) continue;
            var bytes = new byte[signature.Length];
            if (!Convert.TryFromBase64String(signature[(comma + 1)..], bytes, out var length) || length == 0) continue;
            foreach (var key in credentials.Keys)
                if (signature.AsSpan(0, comma).SequenceEqual(key.Scheme) && key.Verifies(signed, bytes.AsSpan(0, length))) return true;
        }

        return false;
    }
}
