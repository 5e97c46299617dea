using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Access;

/// <summary>Keys as people get them: drawn with 256 bits, so that a plain hash of one gives nothing away.</summary>
public static class KeySecrets
{
    /// <summary>Tells such a key from others, for people and for programs that look for lost secrets.</summary>
    public const string Prefix = "pek_";

    private const int Bytes = 32;

    public static string Next() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
