using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>
/// What is left of erased people is made with this key, so that nobody without it can tell who they were. Whoever loses the
/// key loses the tombstones: erased ids are then like ids never seen. Thread-safe.
/// </summary>
/// <param name="secret">At least 32 random bytes, the same on every instance and over restarts.</param>
public sealed class TombstoneKey(byte[] secret)
{
    private const int PseudonymDigits = 16, NonceLength = 12, TagLength = 16;

    private readonly byte[] _hashing = Derive(secret, "tombstones"), _sealing = Derive(secret, "sealed ids");

    /// <summary>Tells tombstones of this key from those of another: 16 hexadecimal digits.</summary>
    public string Name => Hash("name", "")[..PseudonymDigits];

    /// <summary>64 hexadecimal digits.</summary>
    public string OfId(string id) => Hash("id", id);

    /// <summary>Of an e-mail address or a telephone number, whatever its case; 64 hexadecimal digits.</summary>
    public string OfContact(string contact) => Hash("contact", contact.ToLowerInvariant());

    /// <summary>What stands in the place of an id where the fact is kept and the person is not.</summary>
    public string Pseudonym(string id) => $"erased:{Hash("pseudonym", id)[..PseudonymDigits]}";

    /// <summary>Texts that only a process with the key reads (AES-GCM), for as long as something has still to be done about them.</summary>
    public string Seal(IEnumerable<string> texts)
    {
        var plain = Encoding.UTF8.GetBytes(string.Join('\n', texts.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))));
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_sealing, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return Convert.ToBase64String(box);
    }

    /// <returns>Null when it was sealed with another key.</returns>
    public IReadOnlyList<string>? Unseal(string sealedTexts)
    {
        var box = Convert.FromBase64String(sealedTexts);
        var plain = new byte[box.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(_sealing, TagLength);
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return [.. Encoding.UTF8.GetString(plain).Split('\n').Select(text => Encoding.UTF8.GetString(Convert.FromBase64String(text)))];
    }

    private static byte[] Derive(byte[] secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, HMACSHA256.HashSizeInBytes, info: Encoding.UTF8.GetBytes(purpose));

    private string Hash(string kind, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_hashing, Encoding.UTF8.GetBytes($"{kind}:{text}")));
}
