using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>What is done with whole rows, several numbers at a time: the compiler does not do that by itself.</summary>
internal static class VectorRow
{
    /// <summary>The sum of products of two rows.</summary>
    /// <param name="right">At least as long as the left one; what is longer does not count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        right = right[..left.Length];
        ref var leftFirst = ref MemoryMarshal.GetReference(left);
        ref var rightFirst = ref MemoryMarshal.GetReference(right);
        var (even, odd) = (Vector<float>.Zero, Vector<float>.Zero);
        var step = Vector<float>.Count;
        var place = 0;
        for (; place + (2 * step) <= left.Length; place += 2 * step)
        {
            var next = (nuint)(place + step);
            even += Vector.LoadUnsafe(ref leftFirst, (nuint)place) * Vector.LoadUnsafe(ref rightFirst, (nuint)place);
            odd += Vector.LoadUnsafe(ref leftFirst, next) * Vector.LoadUnsafe(ref rightFirst, next);
        }

        var sum = Vector.Sum(even + odd);
        for (; place < left.Length; place++) sum += left[place] * right[place];
        return sum;
    }

    /// <summary>target -= factor * row.</summary>
    /// <param name="row">At least as long as the target; what is longer does not count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(Span<float> target, float factor, ReadOnlySpan<float> row)
    {
        row = row[..target.Length];
        ref var targetFirst = ref MemoryMarshal.GetReference(target);
        ref var rowFirst = ref MemoryMarshal.GetReference(row);
        var factors = new Vector<float>(-factor);
        var place = 0;
        for (; place + Vector<float>.Count <= target.Length; place += Vector<float>.Count)
        {
            var before = Vector.LoadUnsafe(ref targetFirst, (nuint)place);
            Vector.MultiplyAddEstimate(factors, Vector.LoadUnsafe(ref rowFirst, (nuint)place), before)
                .StoreUnsafe(ref targetFirst, (nuint)place);
        }

        for (; place < target.Length; place++) target[place] -= factor * row[place];
    }
}
