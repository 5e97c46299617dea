namespace PersonalizationEngine.Core.Hashing;

/// <summary>
/// Numbers that look like chance and are the same for the same seed on every machine: SplitMix64 (Steele, Lea, Flood, 2014).
/// Not thread-safe.
/// </summary>
internal sealed class SplitMix64(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    public ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A whole number from 0 to below <paramref name="count"/>, which is from 1 (multiply and shift, Lemire 2019).</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);
}
