using System.Runtime.InteropServices;

namespace PersonalizationEngine.DenseSolve;

/// <summary>spotrf and spotri of the system's OpenBLAS, which count in 32 bits and store columns.</summary>
internal static class OpenBlas
{
    private static readonly string[] Names = ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", "libopenblas.dll"];

    private delegate void Factor(in byte triangle, in int rows, ref float matrix, in int stride, out int info);

    private delegate void SetThreads(int threads);

    public static bool IsThere => Names.Any(name => NativeLibrary.TryLoad(name, out _));

    public static bool TryInvert(float[] matrix, int rows, int cores)
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            Of<SetThreads>(library, "openblas_set_num_threads")(cores);
            Of<Factor>(library, "spotrf_")((byte)'L', rows, ref matrix[0], rows, out var info);
            if (info == 0) Of<Factor>(library, "spotri_")((byte)'L', rows, ref matrix[0], rows, out info);
            return info == 0;
        }

        return false;
    }

    private static TDelegate Of<TDelegate>(nint library, string name)
        where TDelegate : Delegate =>
        Marshal.GetDelegateForFunctionPointer<TDelegate>(NativeLibrary.GetExport(library, name));
}
