using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Feed.Replay.Resume;

/// <summary>Tells one sending from another: the bytes of the file and everything that decides which events they give.</summary>
internal static class Fingerprint
{
    /// <summary>Changes where this program cuts or maps the same input otherwise than before.</summary>
    private const string Version = "feed-1";

    private const int BufferBytes = 1 << 20;
    private const int Digits = 20;

    /// <summary>Reads the whole file, about a second for each gigabyte.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    public static async Task<string> OfAsync(string file, IEnumerable<string> options, CancellationToken cancellation)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, true);
        var content = await SHA256.HashDataAsync(stream, cancellation);
        var text = string.Join('\0', [Version, Convert.ToHexStringLower(content), .. options]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }
}
