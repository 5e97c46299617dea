namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>A symmetric matrix that keeps one cell of each pair: n(n + 1)/2 of them, 200 MB for 10,000 rows.</summary>
internal sealed class LowerTriangle(int size)
{
    private readonly float[] _cells = new float[size * (size + 1) / 2];

    public int Size => size;

    /// <summary>A row up to its diagonal.</summary>
    public Span<float> Row(int row) => _cells.AsSpan(row * (row + 1) / 2, row + 1);
}
