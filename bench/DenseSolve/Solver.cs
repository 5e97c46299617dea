using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.DenseSolve;

/// <summary>Ways to put the inverse in place of a symmetric matrix; false where it cannot be done here.</summary>
internal static class Solver
{
    public const string OpenBlasName = "OpenBLAS";

    /// <summary>Ours by the registers it uses, then the library; where it takes long, only what tells something.</summary>
    public static IEnumerable<string> Names(int rows) =>
        rows switch
        {
            <= 5000 => [nameof(VectorWidth.Widest), nameof(VectorWidth.Bits256), nameof(VectorWidth.Bits128), OpenBlasName],
            <= 10_000 => [nameof(VectorWidth.Widest), nameof(VectorWidth.Bits256), OpenBlasName],
            _ => [nameof(VectorWidth.Widest), OpenBlasName],
        };

    public static bool TryInvert(string name, float[] matrix, int rows, int cores) =>
        name == OpenBlasName
            ? OpenBlas.TryInvert(matrix, rows, cores)
            : SymmetricInverse.Invert(matrix, rows, cores, Enum.Parse<VectorWidth>(name)).Succeeded;
}
