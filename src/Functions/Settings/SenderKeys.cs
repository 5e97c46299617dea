using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Keys that prove a sender. Each is compared in a time that tells nothing of it.</summary>
internal sealed class SenderKeys(IReadOnlyList<string> keys)
{
    public const int ShortestKey = 8, LongestKey = 200;

    private readonly byte[][] _digests = [.. keys.Select(Digest)];

    public bool Contains(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length > LongestKey) return false;
        var digest = Digest(key);
        var found = false;
        foreach (var known in _digests) found |= CryptographicOperations.FixedTimeEquals(known, digest);
        return found;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
