using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>A line of buckets that experiments divide among them, so that nobody is in two: an exclusion group.</summary>
public sealed record SharedLine(string Name, IReadOnlyList<LineHolder> Holders)
{
    /// <summary>Less than half a bucket in common is nobody.</summary>
    private const double Nothing = 0.00005;

    /// <summary>Share of the line, 0 to 1, that one experiment has at least.</summary>
    public double Taken => LengthOf(Holders.SelectMany(holder => holder.Ranges));

    /// <summary>Every two experiments that can have the same people, and the share of the line they have in common.</summary>
    public IEnumerable<(string One, string Other, double Share)> Overlaps =>
        from first in Enumerable.Range(0, Holders.Count)
        from second in Enumerable.Range(first + 1, Holders.Count - first - 1)
        let common = LengthOf(
            from one in Holders[first].Ranges
            from other in Holders[second].Ranges
            select new BucketRange(Math.Max(one.Start, other.Start), Math.Min(one.End, other.End)))
        where common > Nothing
        select (Holders[first].Key, Holders[second].Key, common);

    /// <summary>The lines of experiments that are not over.</summary>
    public static IReadOnlyList<SharedLine> Of(IEnumerable<Stored<Experiment>> experiments) =>
    [
        .. experiments.Where(one => one.Value.Status != ExperimentStatus.Completed).SelectMany(Places)
            .GroupBy(place => (place.Seed, place.Attribute, place.HashVersion))
            .GroupBy(line => NameOf(line.Key.Seed), StringComparer.Ordinal)
            .SelectMany(alike => alike.Select(line => new SharedLine(
                alike.Count() == 1 ? alike.Key : $"{alike.Key} (by {line.Key.Attribute}, hash {line.Key.HashVersion})", [.. line.Select(place => place.Holder)])))
            .OrderBy(line => line.Name, StringComparer.Ordinal),
    ];

    /// <summary>A namespace is a line of the older hash with two underscores before its name; filters pass it over.</summary>
    private static IEnumerable<(string Seed, string Attribute, int HashVersion, LineHolder Holder)> Places(Stored<Experiment> one)
    {
        var design = one.Value.Design;
        if (design.Filters.Count == 0 && design.Namespace is { } share)
            return [("__" + share.Id, design.HashAttribute, 1, new LineHolder(one.Id, one.Value.Key, [new BucketRange(share.Start, share.End)]))];
        return design.Filters.Select(filter => (filter.Seed, filter.Attribute, filter.HashVersion, new LineHolder(one.Id, one.Value.Key, filter.Ranges)));
    }

    private static string NameOf(string seed) => seed.StartsWith("__", StringComparison.Ordinal) ? seed[2..] : seed;

    private static double LengthOf(IEnumerable<BucketRange> ranges)
    {
        var (length, reached) = (0d, 0d);
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            length += Math.Max(0, range.End - Math.Max(range.Start, reached));
            reached = Math.Max(reached, range.End);
        }

        return length;
    }
}
