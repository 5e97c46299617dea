namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>As many numbers for each of many rows.</summary>
internal sealed class FactorTable(int count, int width)
{
    public int Count => count;
    public int Width => width;

    /// <summary>All rows, one after the other.</summary>
    public float[] Cells { get; } = new float[checked(count * width)];

    public Span<float> Row(int row) => Cells.AsSpan(row * width, width);
}
