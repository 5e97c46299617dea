namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>
/// How far the order of a shelf of decayed counts can be believed, 0 to 1: c / (c + 10) for the count c of its tenth item. On a
/// busy site that is nearly 1; where a half-life sees a handful of events, their order is chance, and what was met more often
/// over a longer time says more.
/// </summary>
internal static class ShelfTrust
{
    public const int Place = 10;

    private const float Enough = 10;

    /// <param name="tenthCount">The decayed count of the tenth item; 0 when there are fewer.</param>
    public static float Of(float tenthCount) => tenthCount / (tenthCount + Enough);
}
