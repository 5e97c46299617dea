using System.Globalization;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// Deterministic bucketing as GrowthBook defines it, over UTF-8 bytes, so that an existing GrowthBook SDK agrees.
/// Version 2 is ours; version 1 ties experiments together (correlated assignments) and is kept for interop only.
/// </summary>
public static class Bucketing
{
    /// <summary>
    /// Version 2: <c>fnv1a32(text(fnv1a32(seed + value))) % 10000 / 10000</c>; version 1: <c>fnv1a32(value + seed) % 1000 / 1000</c>.
    /// </summary>
    /// <returns>A bucket in [0, 1), or null for a version that does not exist.</returns>
    public static double? Hash(string seed, string value, int version)
    {
        switch (version)
        {
            case 1: return Fnv1a.Continue(Fnv1a.Hash(value), seed) % 1000 / 1000d;
            case 2:
                Span<byte> digits = stackalloc byte[10];
                Fnv1a.Continue(Fnv1a.Hash(seed), value).TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
                return Fnv1a.Continue(Fnv1a.OffsetBasis, digits[..written]) % 10000 / 10000d;
            default: return null;
        }
    }
}
