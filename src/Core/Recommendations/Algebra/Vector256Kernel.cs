using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>Four passes of 4 x 16 sums, each in eight registers of 8 floats: AVX2 has sixteen of them.</summary>
internal readonly struct Vector256Kernel : ITileKernel
{
    private const int PassRows = 4;
    private const int PassColumns = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(ref float left, ref float right, int depth, ref float target, int stride)
    {
        for (var column = 0; column < Tile.Columns; column += PassColumns)
        {
            for (var row = 0; row < Tile.Rows; row += PassRows)
            {
                Pass(
                    ref Unsafe.Add(ref left, row),
                    ref Unsafe.Add(ref right, column),
                    depth,
                    ref Unsafe.Add(ref target, (row * stride) + column),
                    stride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass(ref float left, ref float right, int depth, ref float target, int stride)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default;
        Vector256<float> c0 = default, c1 = default, d0 = default, d1 = default;
        for (; depth > 0; depth--)
        {
            var right0 = Vector256.LoadUnsafe(ref right);
            var right1 = Vector256.LoadUnsafe(ref right, 8);
            (a0, a1) = Add(left, right0, right1, a0, a1);
            (b0, b1) = Add(Unsafe.Add(ref left, 1), right0, right1, b0, b1);
            (c0, c1) = Add(Unsafe.Add(ref left, 2), right0, right1, c0, c1);
            (d0, d1) = Add(Unsafe.Add(ref left, 3), right0, right1, d0, d1);
            left = ref Unsafe.Add(ref left, Tile.Columns);
            right = ref Unsafe.Add(ref right, Tile.Columns);
        }

        Store(ref target, a0, a1);
        Store(ref Unsafe.Add(ref target, stride), b0, b1);
        Store(ref Unsafe.Add(ref target, 2 * stride), c0, c1);
        Store(ref Unsafe.Add(ref target, 3 * stride), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Sum0, Vector256<float> Sum1) Add(
        float left, Vector256<float> right0, Vector256<float> right1, Vector256<float> sum0, Vector256<float> sum1)
    {
        var factor = Vector256.Create(left);
        return (Vector256.MultiplyAddEstimate(factor, right0, sum0), Vector256.MultiplyAddEstimate(factor, right1, sum1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float target, Vector256<float> sum0, Vector256<float> sum1)
    {
        (Vector256.LoadUnsafe(ref target) + sum0).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref target, 8) + sum1).StoreUnsafe(ref target, 8);
    }
}
