using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>Runs everywhere: NEON and SSE have the instructions, the runtime does in plain code what they have not.</summary>
internal readonly struct Vector128Kernel : ITileKernel
{
    private const int PassColumns = 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(ref float left, ref float right, int depth, ref float target, int stride)
    {
        for (var column = 0; column < Tile.Columns; column += PassColumns)
            Pass(ref left, ref Unsafe.Add(ref right, column), depth, ref Unsafe.Add(ref target, column), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass(ref float left, ref float right, int depth, ref float target, int stride)
    {
        Vector128<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (; depth > 0; depth--)
        {
            var factors = Vector128.LoadUnsafe(ref right);
            a = Vector128.MultiplyAddEstimate(Vector128.Create(left), factors, a);
            b = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 1)), factors, b);
            c = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 2)), factors, c);
            d = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 3)), factors, d);
            e = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 4)), factors, e);
            f = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 5)), factors, f);
            g = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 6)), factors, g);
            h = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref left, 7)), factors, h);
            left = ref Unsafe.Add(ref left, Tile.Columns);
            right = ref Unsafe.Add(ref right, Tile.Columns);
        }

        Store(ref target, a);
        Store(ref Unsafe.Add(ref target, stride), b);
        Store(ref Unsafe.Add(ref target, 2 * stride), c);
        Store(ref Unsafe.Add(ref target, 3 * stride), d);
        Store(ref Unsafe.Add(ref target, 4 * stride), e);
        Store(ref Unsafe.Add(ref target, 5 * stride), f);
        Store(ref Unsafe.Add(ref target, 6 * stride), g);
        Store(ref Unsafe.Add(ref target, 7 * stride), h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float target, Vector128<float> sum) =>
        (Vector128.LoadUnsafe(ref target) + sum).StoreUnsafe(ref target);
}
