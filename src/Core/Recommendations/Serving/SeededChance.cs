using System.Buffers.Binary;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Chance that is the same each time it is asked.</summary>
internal static class SeededChance
{
    public static uint Seed(string text, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Fnv1a.Continue(Fnv1a.Hash(text), bytes);
    }

    /// <summary>Above 0 and below 1.</summary>
    public static double Uniform(uint seed, string text) => (Mix(Fnv1a.Continue(seed, text)) + 0.5) / (1L << 32);

    /// <summary>The finaliser of MurmurHash3 (Appleby): texts that differ in their last letter alone come out far apart.</summary>
    private static uint Mix(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
            hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
            return hash ^ (hash >> 16);
        }
    }
}
