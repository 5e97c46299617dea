using System.Globalization;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// Hashes four people at once, by version 2. Each step of the hash waits for the one before; four that do not wait for one
/// another keep the processor busy meanwhile. The buckets are those of <see cref="BucketSeed.BucketOf"/>.
/// </summary>
internal static class BucketLanes
{
    public const int Count = 4;

    private const uint Prime = CodeUnitFnv1a.Prime;
    private const int MostDigits = 10;

    /// <param name="seed">The hashed seed.</param>
    /// <param name="values">Four.</param>
    /// <param name="buckets">Four, in ten-thousandths.</param>
    public static void Hash(uint seed, ReadOnlySpan<string> values, Span<uint> buckets)
    {
        ReadOnlySpan<char> v0 = values[0], v1 = values[1], v2 = values[2], v3 = values[3];
        var common = Math.Min(Math.Min(v0.Length, v1.Length), Math.Min(v2.Length, v3.Length));
        var (h0, h1, h2, h3) = (seed, seed, seed, seed);
        for (var i = 0; i < common; i++)
        {
            unchecked
            {
                h0 = (h0 ^ v0[i]) * Prime;
                h1 = (h1 ^ v1[i]) * Prime;
                h2 = (h2 ^ v2[i]) * Prime;
                h3 = (h3 ^ v3[i]) * Prime;
            }
        }

        h0 = CodeUnitFnv1a.Continue(h0, v0[common..]);
        h1 = CodeUnitFnv1a.Continue(h1, v1[common..]);
        h2 = CodeUnitFnv1a.Continue(h2, v2[common..]);
        h3 = CodeUnitFnv1a.Continue(h3, v3[common..]);
        HashDigits(h0, h1, h2, h3, buckets);
    }

    private static void HashDigits(uint first, uint second, uint third, uint fourth, Span<uint> buckets)
    {
        Span<byte> d0 = stackalloc byte[MostDigits], d1 = stackalloc byte[MostDigits], d2 = stackalloc byte[MostDigits], d3 = stackalloc byte[MostDigits];
        first.TryFormat(d0, out var n0, provider: CultureInfo.InvariantCulture);
        second.TryFormat(d1, out var n1, provider: CultureInfo.InvariantCulture);
        third.TryFormat(d2, out var n2, provider: CultureInfo.InvariantCulture);
        fourth.TryFormat(d3, out var n3, provider: CultureInfo.InvariantCulture);
        var common = Math.Min(Math.Min(n0, n1), Math.Min(n2, n3));
        var (h0, h1, h2, h3) = (Fnv1a.OffsetBasis, Fnv1a.OffsetBasis, Fnv1a.OffsetBasis, Fnv1a.OffsetBasis);
        for (var i = 0; i < common; i++)
        {
            unchecked
            {
                h0 = (h0 ^ d0[i]) * Prime;
                h1 = (h1 ^ d1[i]) * Prime;
                h2 = (h2 ^ d2[i]) * Prime;
                h3 = (h3 ^ d3[i]) * Prime;
            }
        }

        buckets[0] = Fnv1a.Continue(h0, d0[common..n0]) % BucketSeed.Buckets;
        buckets[1] = Fnv1a.Continue(h1, d1[common..n1]) % BucketSeed.Buckets;
        buckets[2] = Fnv1a.Continue(h2, d2[common..n2]) % BucketSeed.Buckets;
        buckets[3] = Fnv1a.Continue(h3, d3[common..n3]) % BucketSeed.Buckets;
    }
}
