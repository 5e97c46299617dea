using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>Keeps all 256 sums in sixteen registers of 16 floats.</summary>
internal readonly struct Vector512Kernel : ITileKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(ref float left, ref float right, int depth, ref float target, int stride)
    {
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default;
        Vector512<float> d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        Vector512<float> g0 = default, g1 = default, h0 = default, h1 = default;
        for (; depth > 0; depth--)
        {
            var right0 = Vector512.LoadUnsafe(ref right);
            var right1 = Vector512.LoadUnsafe(ref right, 16);
            (a0, a1) = Add(left, right0, right1, a0, a1);
            (b0, b1) = Add(Unsafe.Add(ref left, 1), right0, right1, b0, b1);
            (c0, c1) = Add(Unsafe.Add(ref left, 2), right0, right1, c0, c1);
            (d0, d1) = Add(Unsafe.Add(ref left, 3), right0, right1, d0, d1);
            (e0, e1) = Add(Unsafe.Add(ref left, 4), right0, right1, e0, e1);
            (f0, f1) = Add(Unsafe.Add(ref left, 5), right0, right1, f0, f1);
            (g0, g1) = Add(Unsafe.Add(ref left, 6), right0, right1, g0, g1);
            (h0, h1) = Add(Unsafe.Add(ref left, 7), right0, right1, h0, h1);
            left = ref Unsafe.Add(ref left, Tile.Columns);
            right = ref Unsafe.Add(ref right, Tile.Columns);
        }

        Store(ref target, a0, a1);
        Store(ref Unsafe.Add(ref target, stride), b0, b1);
        Store(ref Unsafe.Add(ref target, 2 * stride), c0, c1);
        Store(ref Unsafe.Add(ref target, 3 * stride), d0, d1);
        Store(ref Unsafe.Add(ref target, 4 * stride), e0, e1);
        Store(ref Unsafe.Add(ref target, 5 * stride), f0, f1);
        Store(ref Unsafe.Add(ref target, 6 * stride), g0, g1);
        Store(ref Unsafe.Add(ref target, 7 * stride), h0, h1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Sum0, Vector512<float> Sum1) Add(
        float left, Vector512<float> right0, Vector512<float> right1, Vector512<float> sum0, Vector512<float> sum1)
    {
        var factor = Vector512.Create(left);
        return (Vector512.MultiplyAddEstimate(factor, right0, sum0), Vector512.MultiplyAddEstimate(factor, right1, sum1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float target, Vector512<float> sum0, Vector512<float> sum1)
    {
        (Vector512.LoadUnsafe(ref target) + sum0).StoreUnsafe(ref target);
        (Vector512.LoadUnsafe(ref target, 16) + sum1).StoreUnsafe(ref target, 16);
    }
}
