using System.Buffers;
using System.Text;

namespace PersonalizationEngine.Core.Hashing;

/// <summary>
/// FNV-1a, 32 bits, over UTF-8 (Fowler, Noll, Vo; offset basis 0x811c9dc5, prime 0x01000193). Fast and stable over processes
/// and versions; no protection against somebody who wants a collision.
/// </summary>
public static class Fnv1a
{
    public const uint OffsetBasis = 0x811c9dc5;

    private const uint Prime = 0x01000193;
    private const int StackLimit = 512;

    public static uint Hash(string text) => Continue(OffsetBasis, text);

    /// <summary>The hash of what was hashed before followed by the text.</summary>
    public static uint Continue(uint hash, string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (size <= StackLimit)
        {
            Span<byte> bytes = stackalloc byte[StackLimit];
            return Continue(hash, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        var result = Continue(hash, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return result;
    }

    public static uint Continue(uint hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var octet in bytes) hash = unchecked((hash ^ octet) * Prime);
        return hash;
    }
}
