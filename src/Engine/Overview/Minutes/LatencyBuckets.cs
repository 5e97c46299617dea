using System.Numerics;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>
/// The fixed buckets that times fall into: of a microsecond each up to 8 µs, then eight to each doubling up to 16.8 s, so that
/// no bucket is wider than an eighth of where it begins. They stand in stored rows and must not change.
/// </summary>
public static class LatencyBuckets
{
    public const int Count = 176;

    private const int PerDoubling = 8;

    /// <param name="microseconds">What is too long falls into the last one.</param>
    public static int IndexOf(long microseconds)
    {
        if (microseconds < PerDoubling) return microseconds < 0 ? 0 : (int)microseconds;
        var doubling = BitOperations.Log2((ulong)microseconds);
        return Math.Min(Count - 1, ((doubling - 2) * PerDoubling) + (int)((microseconds >> (doubling - 3)) & (PerDoubling - 1)));
    }

    /// <summary>Where a bucket begins, in microseconds; that of <see cref="Count"/> is where the last one ends.</summary>
    public static long From(int index) =>
        index < PerDoubling ? index : (long)(PerDoubling + (index % PerDoubling)) << ((index / PerDoubling) - 1);
}
