using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Ingestion.Authentication;

/// <summary>Scheme v1 of Standard Webhooks: HMAC-SHA256 with a shared secret.</summary>
public sealed class HmacKey : WebhookKey
{
    private readonly byte[] _secret;

    private HmacKey(byte[] secret) => _secret = secret;

    public override string Scheme => "v1";

    public static HmacKey? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length is >= 24 and <= 64 ? new HmacKey(bytes[..length]) : null;
    }

    public static HmacKey? FromText(string text) => text.Length > 0 ? new HmacKey(Encoding.UTF8.GetBytes(text)) : null;

    /// <param name="signed"><c>id.timestamp.body</c></param>
    /// <param name="signature">32 bytes to write to.</param>
    public void Sign(ReadOnlySpan<byte> signed, Span<byte> signature) => HMACSHA256.HashData(_secret, signed, signature);

    public override bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }
}
