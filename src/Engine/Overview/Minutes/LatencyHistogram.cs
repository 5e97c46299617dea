using System.Globalization;
using System.Text;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>How many of something took how long, in <see cref="LatencyBuckets"/>.</summary>
public sealed class LatencyHistogram
{
    private readonly long[] _counts;

    private LatencyHistogram(long[] counts) => _counts = counts;

    public static LatencyHistogram Empty { get; } = new(new long[LatencyBuckets.Count]);

    public long Count => _counts.Sum();

    /// <param name="counts">One for each bucket.</param>
    public static LatencyHistogram Of(IEnumerable<long> counts)
    {
        long[] all = [.. counts];
        ArgumentOutOfRangeException.ThrowIfNotEqual(all.Length, LatencyBuckets.Count);
        return new LatencyHistogram(all);
    }

    public LatencyHistogram Plus(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new LatencyHistogram([.. _counts.Zip(other._counts, (one, more) => one + more)]);
    }

    /// <summary>The time that a share of them did not exceed, spread evenly over its bucket; null of none.</summary>
    /// <param name="share">0.99 for what all but one in a hundred kept.</param>
    public TimeSpan? Percentile(double share)
    {
        var all = Count;
        if (all == 0) return null;
        var wanted = Math.Max(1, Math.Ceiling(Math.Clamp(share, 0, 1) * all));
        long below = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] > 0 && below + _counts[i] >= wanted)
            {
                double from = LatencyBuckets.From(i), to = LatencyBuckets.From(i + 1);
                return TimeSpan.FromMicroseconds(from + ((to - from) * (wanted - below) / _counts[i]));
            }

            below += _counts[i];
        }

        return null;
    }

    /// <summary>As it is stored: the buckets that hold anything, as in <c>12:40 13:2</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _counts.Length; i++)
            if (_counts[i] > 0) text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? " " : "")}{i}:{_counts[i]}");
        return text.ToString();
    }

    /// <summary>What cannot be read counts as nothing: a figure is not worth failing for.</summary>
    public static LatencyHistogram Parse(string text)
    {
        var counts = new long[LatencyBuckets.Count];
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && int.TryParse(part.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var bucket) && bucket < counts.Length
                && long.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                counts[bucket] += count;
        }

        return new LatencyHistogram(counts);
    }
}
