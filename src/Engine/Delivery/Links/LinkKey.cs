using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>
/// Seals what links carry, so that no row is needed for one and nobody can make one. Links that only name a message and an
/// address of ours can be read by whoever has them; links that act for a person cannot. Thread-safe.
/// </summary>
/// <param name="secret">At least 32 random bytes, the same on every instance and over restarts.</param>
public sealed class LinkKey(byte[] secret)
{
    /// <summary>The longest token that is looked at.</summary>
    public const int MaxLength = 8192;

    private const int SealLength = 8, NonceLength = 12, TagLength = 16;

    private readonly byte[] _signing = Derive(secret, "links"), _sealing = Derive(secret, "person links"), _nonces = Derive(secret, "nonces of person links");

    /// <summary>Readable by anybody, made by us: HMAC-SHA256, cut to 64 bits.</summary>
    /// <param name="kind">What the link is for; a link for one thing opens no other.</param>
    public string Sign(byte kind, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[content.Length + SealLength];
        content.CopyTo(bytes);
        Seal(kind, content, bytes.AsSpan(content.Length));
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>Null when it was not made with this key for this kind.</returns>
    public byte[]? ReadSigned(byte kind, string token)
    {
        if (Decode(token) is not { } bytes || bytes.Length < SealLength) return null;
        var content = bytes.AsSpan(0, bytes.Length - SealLength);
        Span<byte> seal = stackalloc byte[SealLength];
        Seal(kind, content, seal);
        return CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(content.Length)) ? content.ToArray() : null;
    }

    /// <summary>Readable by us alone: AES-GCM. The same content gives the same token, so that a message rendered twice is the same message.</summary>
    public string Seal(ReadOnlySpan<byte> content)
    {
        var box = new byte[NonceLength + TagLength + content.Length];
        Span<byte> nonce = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_nonces, content, nonce);
        nonce[..NonceLength].CopyTo(box);
        using var aes = new AesGcm(_sealing, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), content, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return Base64Url.EncodeToString(box);
    }

    /// <returns>Null when it was not sealed with this key.</returns>
    public byte[]? Unseal(string token)
    {
        if (Decode(token) is not { } box || box.Length < NonceLength + TagLength) return null;
        var content = new byte[box.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(_sealing, TagLength);
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), content);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Null when it is no base64url, or not the one way to write its bytes: a token changed in its last bits is another one.</summary>
    private static byte[]? Decode(string token)
    {
        if (token.Length is 0 or > MaxLength || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        return Base64Url.EncodeToString(bytes) == token ? bytes : null;
    }

    private static byte[] Derive(byte[] secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, HMACSHA256.HashSizeInBytes, info: Encoding.UTF8.GetBytes(purpose));

    private void Seal(byte kind, ReadOnlySpan<byte> content, Span<byte> seal)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _signing);
        hash.AppendData([kind]);
        hash.AppendData(content);
        hash.GetHashAndReset().AsSpan(0, SealLength).CopyTo(seal);
    }
}
