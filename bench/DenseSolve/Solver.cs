using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.DenseSolve;

/// <summary>Ways to put the inverse in place of a symmetric matrix; false where it cannot be done here.</summary>
internal static class Solver
{
    public const string OpenBlasName = "OpenBLAS";

    /// <summary>Ours by the registers it uses, then the library; a width the machine lacks would only be slow.</summary>
    public static IEnumerable<string> Names(int rows) =>
        rows > 10_000 ? [nameof(VectorWidth.Widest), OpenBlasName]
            : [nameof(VectorWidth.Widest), nameof(VectorWidth.Bits256), nameof(VectorWidth.Bits128), OpenBlasName];

    public static bool TryInvert(string name, float[] matrix, int rows, int cores) =>
        name == OpenBlasName
            ? OpenBlas.TryInvert(matrix, rows, cores)
            : SymmetricInverse.Invert(matrix, rows, cores, Enum.Parse<VectorWidth>(name)).Succeeded;
}
