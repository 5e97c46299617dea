using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmbeddedHost.Durable.Replay;

/// <summary>Ids that are the same at every replay.</summary>
internal static class DeterministicGuid
{
    /// <summary>A name-based id (RFC 9562, version 8) of an instance, an instant and a count within it.</summary>
    public static Guid Of(string instanceId, DateTime now, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}\n{now.Ticks}\n{count}");
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
