using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>People who take part by another bucket.</summary>
/// <param name="Ranges">Each as its start and its end.</param>
internal sealed record FilterAnswer(string Seed, IReadOnlyList<double[]> Ranges, string Attribute, int HashVersion)
{
    public static FilterAnswer Of(BucketFilter filter) =>
        new(filter.Seed, [.. filter.Ranges.Select(range => new[] { range.Start, range.End })], filter.Attribute, filter.HashVersion);
}
