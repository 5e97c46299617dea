using System.Numerics;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>
/// The fixed buckets that times fall into: of a microsecond each up to 4 µs, then four to each doubling up to 16.8 s, so that no
/// bucket is wider than a quarter of where it begins. They stand in stored rows and must not change.
/// </summary>
public static class LatencyBuckets
{
    public const int Count = 96;

    private const int PerDoubling = 4;

    /// <param name="microseconds">What is too long falls into the last one.</param>
    public static int IndexOf(long microseconds)
    {
        if (microseconds < PerDoubling) return microseconds < 0 ? 0 : (int)microseconds;
        var doubling = BitOperations.Log2((ulong)microseconds);
        return Math.Min(Count - 1, ((doubling - 1) * PerDoubling) + (int)((microseconds >> (doubling - 2)) & (PerDoubling - 1)));
    }

    /// <summary>Where a bucket begins, in microseconds; that of <see cref="Count"/> is where the last one ends.</summary>
    public static long From(int index) =>
        index < PerDoubling ? index : (long)(PerDoubling + (index % PerDoubling)) << ((index / PerDoubling) - 1);
}
