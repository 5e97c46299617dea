using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>Where somebody lies on a line from 0 to 1.</summary>
/// <param name="Address">Where the label leads; null for nowhere.</param>
public sealed record PlaceBar(string Label, IReadOnlyList<BucketRange> Ranges, string? Address)
{
    public double Share => Ranges.Sum(range => range.End - range.Start);

    public static IReadOnlyList<PlaceBar> OfVariants(Experiment experiment)
    {
        var ranges = BucketRanges.Of(experiment.Variants.Count, experiment.TrafficAllocation, [.. experiment.Variants.Select(variant => variant.Weight)]);
        return [.. experiment.Variants.Select((variant, place) => new PlaceBar(variant.Key, [ranges[place]], null))];
    }

    public static IReadOnlyList<PlaceBar> OfHolders(SharedLine line) =>
        [.. line.Holders.Select(holder => new PlaceBar(holder.Key, holder.Ranges, $"/dashboard/experiments/{holder.Id}"))];
}
