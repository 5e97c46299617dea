using System.Globalization;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// The salt of an experiment, hashed once, so that hashing a person costs their id alone and no text is ever joined. The
/// scheme is that of GrowthBook's SDK for JavaScript, over UTF-16 code units: an id with an umlaut agrees, too.
/// </summary>
public readonly struct BucketSeed
{
    internal const uint Buckets = 10_000;

    private readonly string _seed;
    private readonly uint _hashed;
    private readonly int _version;

    /// <param name="version">1 or 2; with any other there are no buckets.</param>
    public BucketSeed(string seed, int version) => (_seed, _hashed, _version) = (seed, CodeUnitFnv1a.Hash(seed), version);

    /// <summary>
    /// Version 2: <c>fnv1a32(text(fnv1a32(seed + value))) % 10000 / 10000</c>; version 1: <c>fnv1a32(value + seed) % 1000 / 1000</c>.
    /// </summary>
    /// <returns>A bucket in [0, 1), or NaN for a version that does not exist.</returns>
    public double BucketOf(ReadOnlySpan<char> value)
    {
        switch (_version)
        {
            case 1: return CodeUnitFnv1a.Continue(CodeUnitFnv1a.Hash(value), _seed) % 1000 / 1000d;
            case 2:
                Span<char> digits = stackalloc char[10];
                CodeUnitFnv1a.Continue(_hashed, value).TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
                return ToBucket(CodeUnitFnv1a.Hash(digits[..written]) % Buckets);
            default: return double.NaN;
        }
    }

    /// <summary>Of so many people as <see cref="BucketLanes"/> take at once.</summary>
    internal void BucketsOf(ReadOnlySpan<string> values, Span<double> buckets)
    {
        if (_version != 2)
        {
            for (var i = 0; i < values.Length; i++) buckets[i] = BucketOf(values[i]);
            return;
        }

        Span<uint> numbers = stackalloc uint[BucketLanes.Count];
        BucketLanes.Hash(_hashed, values, numbers);
        for (var i = 0; i < BucketLanes.Count; i++) buckets[i] = ToBucket(numbers[i]);
    }

    private static double ToBucket(uint number) => number / (double)Buckets;
}
