using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>The sum of products of two rows.</summary>
internal static class DotProduct
{
    /// <param name="right">At least as long as the left one; what is longer does not count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        right = right[..left.Length];
        ref var leftFirst = ref MemoryMarshal.GetReference(left);
        ref var rightFirst = ref MemoryMarshal.GetReference(right);
        var (even, odd) = (Vector<float>.Zero, Vector<float>.Zero);
        var step = Vector<float>.Count;
        var place = 0;
        for (; place + (2 * step) <= left.Length; place += 2 * step)
        {
            even += Vector.LoadUnsafe(ref leftFirst, (nuint)place) * Vector.LoadUnsafe(ref rightFirst, (nuint)place);
            odd += Vector.LoadUnsafe(ref leftFirst, (nuint)(place + step)) * Vector.LoadUnsafe(ref rightFirst, (nuint)(place + step));
        }

        var sum = Vector.Sum(even + odd);
        for (; place < left.Length; place++) sum += left[place] * right[place];
        return sum;
    }
}
