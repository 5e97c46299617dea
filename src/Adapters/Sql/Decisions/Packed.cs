using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PersonalizationEngine.Adapters.Sql.Decisions;

/// <summary>JSON, compressed as fast as may be (Brotli, quality 1), behind four bytes that tell its length.</summary>
internal static class Packed
{
    private const int Quality = 1, Window = 18, LengthBytes = sizeof(int), MostBytes = 64 * 1024 * 1024;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(json, room, out var length, Quality, Window)) throw new InvalidOperationException("It does not fit into what is its longest.");
            var packed = new byte[LengthBytes + length];
            BinaryPrimitives.WriteInt32BigEndian(packed, json.Length);
            room.AsSpan(0, length).CopyTo(packed.AsSpan(LengthBytes));
            return packed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <returns>Null for what is not ours.</returns>
    public static T? Read<T>(byte[] packed, JsonTypeInfo<T> type)
        where T : class
    {
        if (Unpack(packed) is not { } json) return null;
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>The JSON itself; null for what is not ours.</returns>
    public static string? ReadText(byte[] packed) => Unpack(packed) is { } json ? Encoding.UTF8.GetString(json) : null;

    private static byte[]? Unpack(byte[] packed)
    {
        if (packed.Length < LengthBytes) return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(packed);
        if (length is < 0 or > MostBytes) return null;
        var json = new byte[length];
        return BrotliDecoder.TryDecompress(packed.AsSpan(LengthBytes), json, out var written) && written == length ? json : null;
    }
}
