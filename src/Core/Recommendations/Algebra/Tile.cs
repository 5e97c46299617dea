namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>
/// The shape all kernels share: 8 x 32 sums are the most that stay in AVX-512's registers with room for the factors, and
/// divide evenly into narrower ones.
/// </summary>
internal static class Tile
{
    public const int Rows = 8;
    public const int Columns = 32;

    /// <summary>How many tiles of a width cover a length.</summary>
    public static int Count(int length, int width) => (length + width - 1) / width;
}
