namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>An order of people, or of one's items, that follows no pattern and is always the same.</summary>
internal static class SeededOrder
{
    /// <summary>The finaliser of SplitMix64 over both numbers.</summary>
    public static ulong Of(int first, int second)
    {
        unchecked
        {
            var mixed = (((ulong)(uint)first << 32) | (uint)second) + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
