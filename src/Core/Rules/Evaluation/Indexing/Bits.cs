using System.Numerics;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>Sets of rules as one bit for each, in words of 64.</summary>
internal static class Bits
{
    public static int Words(int bits) => (bits + 63) / 64;

    public static ulong[] Of(int bits, IEnumerable<int> members)
    {
        var words = new ulong[Words(bits)];
        foreach (var member in members) words[member >> 6] |= 1UL << member;
        return words;
    }

    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    public static int CountShared(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var i = 0; i < one.Length; i++) count += BitOperations.PopCount(one[i] & other[i]);
        return count;
    }

    public static void Remove(Span<ulong> from, ReadOnlySpan<ulong> members)
    {
        for (var i = 0; i < from.Length; i++) from[i] &= ~members[i];
    }

    /// <summary>The first member after the given one (-1 for the first of all), or -1.</summary>
    public static int Next(ReadOnlySpan<ulong> words, int after)
    {
        var start = after + 1;
        for (var i = start >> 6; i < words.Length; i++)
        {
            var word = i == start >> 6 ? words[i] & (ulong.MaxValue << start) : words[i];
            if (word != 0) return (i << 6) + BitOperations.TrailingZeroCount(word);
        }

        return -1;
    }
}
