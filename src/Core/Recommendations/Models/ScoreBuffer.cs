using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Sums scores by number and knows which numbers were touched, so that starting anew costs no more than the last use.
/// Not thread-safe.
/// </summary>
public sealed class ScoreBuffer
{
    // Stands for a sum of 0 in a number that was touched; a plain 0 means untouched.
    private const float TouchedZero = 1e-38f;

    private float[] _scores = [];
    private int[] _touched = [];
    private int _count;

    /// <summary>The numbers that have a score, each once, in the order they came.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    public bool IsEmpty => _count == 0;

    /// <summary>The score of a number, 0 where none was added.</summary>
    public float this[int index] => _scores[index];

    /// <summary>Makes room for the numbers 0 to <paramref name="size"/> - 1 and forgets all scores.</summary>
    public void Reset(int size)
    {
        foreach (var index in Touched) _scores[index] = 0;
        _count = 0;
        if (size <= _scores.Length) return;
        _scores = new float[Math.Max(size, _scores.Length * 2)];
        _touched = new int[_scores.Length + 1];
    }

    public void Add(int index, float score) => AddAll(new ReadOnlySpan<int>(in index), score);

    /// <summary>Adds one score to many numbers.</summary>
    public void AddAll(ReadOnlySpan<int> indexes, float score)
    {
        var (scores, touched, count) = (_scores, _touched, _count);
        foreach (var index in indexes) count = Add(scores, touched, count, index, score);
        _count = count;
    }

    /// <summary>Adds to each number its own score times a factor.</summary>
    public void AddScaled(ReadOnlySpan<int> indexes, ReadOnlySpan<float> scores, float factor)
    {
        var (sums, touched, count) = (_scores, _touched, _count);
        for (var place = 0; place < indexes.Length; place++)
            count = Add(sums, touched, count, indexes[place], factor * scores[place]);
        _count = count;
    }

    /// <summary>Adds all scores of another buffer times a factor.</summary>
    public void AddScaled(ScoreBuffer other, float factor)
    {
        var (sums, touched, count) = (_scores, _touched, _count);
        foreach (var index in other.Touched) count = Add(sums, touched, count, index, factor * other._scores[index]);
        _count = count;
    }

    /// <summary>The highest score, 0 when there is none or all are negative.</summary>
    public float Maximum()
    {
        var maximum = 0f;
        foreach (var index in Touched) maximum = Math.Max(maximum, _scores[index]);
        return maximum;
    }

    // Whether a number is new is a coin toss to the processor: writing it always and counting it sometimes costs less
    // than a wrong guess, and this is where an answer spends its time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Add(float[] sums, int[] touched, int count, int index, float score)
    {
        var before = sums[index];
        var after = before + score;
        sums[index] = after == 0 ? TouchedZero : after;
        touched[count] = index;
        return count + (before == 0 ? 1 : 0);
    }
}
