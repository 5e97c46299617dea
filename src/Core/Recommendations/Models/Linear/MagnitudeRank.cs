using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>
/// Finds the k-th largest of many magnitudes by halving the range they lie in (Hoare's selection), without sorting: a heap
/// took longer over the rows of an inverse than the inverse itself. Reusable, not thread-safe.
/// </summary>
internal sealed class MagnitudeRank(int capacity)
{
    private readonly float[] _magnitudes = new float[capacity];

    /// <param name="rank">From 1 to the number of values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Of(ReadOnlySpan<float> values, int rank)
    {
        var magnitudes = _magnitudes.AsSpan(0, values.Length);
        for (var index = 0; index < values.Length; index++) magnitudes[index] = Math.Abs(values[index]);

        var (first, last, sought) = (0, magnitudes.Length - 1, rank - 1);
        while (first < last)
        {
            var (left, right) = Split(magnitudes, first, last);
            if (sought <= right) last = right;
            else if (sought >= left) first = left;
            else break;
        }

        return magnitudes[sought];
    }

    /// <summary>Brings what is above a middle value before what is below; those between the two ends equal it.</summary>
    private static (int Left, int Right) Split(Span<float> magnitudes, int first, int last)
    {
        var pivot = Middle(magnitudes[first], magnitudes[(first + last) / 2], magnitudes[last]);
        var (left, right) = (first, last);
        while (left <= right)
        {
            while (magnitudes[left] > pivot) left++;
            while (magnitudes[right] < pivot) right--;
            if (left > right) break;
            (magnitudes[left], magnitudes[right]) = (magnitudes[right], magnitudes[left]);
            left++;
            right--;
        }

        return (left, right);
    }

    private static float Middle(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
