using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed record KeptRow
{
    public long ExperimentId { get; init; }
    public int BucketVersion { get; init; }
    public required string Variant { get; init; }

    public KeptAssignment ToAssignment() => new(ExperimentId, BucketVersion, Variant);
}
