namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>
/// GrowthBook's published bucketing, hash version 2, written anew from its description so that the engine is held against
/// something that is not its own code.
/// </summary>
internal static class GrowthBookBucketing
{
    /// <summary><c>fnv1a32(text(fnv1a32(seed + value))) % 10000 / 10000</c>.</summary>
    public static double Bucket(string seed, string value) => Hash($"{Hash(seed + value)}") % 10000 / 10000d;

    /// <returns>The variant's index, or -1 for nobody's part of the line.</returns>
    public static int Choose(string seed, string value, double coverage, params double[] weights)
    {
        var (bucket, start) = (Bucket(seed, value), 0d);
        for (var i = 0; i < weights.Length; i++)
        {
            if (bucket >= start && bucket < start + (coverage * weights[i])) return i;
            start += weights[i];
        }

        return -1;
    }

    private static uint Hash(string text)
    {
        var hash = 0x811C9DC5u;
        foreach (var unit in text) hash = unchecked((hash ^ unit) * 0x01000193u);
        return hash;
    }
}
