using System.Buffers.Binary;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>
/// What stands around every model: "PEMO", a byte for the kind, a byte for the version, then the model, then four bytes of
/// FNV-1a over all before. Numbers are little-endian. The checksum tells of accidents, not of malice: whoever reads bytes
/// still finds every count checked against what is there.
/// </summary>
internal static class ModelFrame
{
    public const byte Version = 1;
    public const int ChecksumLength = sizeof(uint);

    private const int HeaderLength = 6;

    public static ReadOnlySpan<byte> Mark => "PEMO"u8;

    /// <summary>Gives what stands between header and checksum, or tells what is wrong; empty when all is well.</summary>
    public static string Open(ReadOnlySpan<byte> bytes, ModelKind kind, out ReadOnlySpan<byte> body)
    {
        body = [];
        if (bytes.Length < HeaderLength + ChecksumLength || !bytes.StartsWith(Mark)) return "This is no stored model.";

        var (kindFound, version) = (bytes[Mark.Length], bytes[Mark.Length + 1]);
        var content = bytes[..^ChecksumLength];
        if (Fnv1a.Continue(Fnv1a.OffsetBasis, content) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumLength..]))
            return "The stored model is damaged: its checksum does not fit.";
        if (version != Version) return $"The stored model has version {version}; known is {Version}.";
        if (kindFound != (byte)kind) return $"The stored model is of kind {kindFound}; asked for is {(byte)kind}, {kind}.";

        body = content[HeaderLength..];
        return "";
    }
}
