namespace PersonalizationEngine.Functions.GraphQl.Limits;

/// <param name="Depth">Fields below one another.</param>
/// <param name="Fields">In all; no more than can be counted.</param>
/// <param name="Circles">Fields below one another that lead from types to types.</param>
internal readonly record struct DocumentSize(int Depth, long Fields, int Circles)
{
    private const long Countless = long.MaxValue / 4;

    public static DocumentSize Nothing => default;

    /// <summary>A field with what is below it.</summary>
    public static DocumentSize Below(DocumentSize inner, bool isCircular) =>
        new(inner.Depth + 1, inner.Fields + 1, inner.Circles + (isCircular ? 1 : 0));

    public DocumentSize Beside(DocumentSize other) =>
        new(Math.Max(Depth, other.Depth), Math.Min(Fields + other.Fields, Countless), Math.Max(Circles, other.Circles));
}
