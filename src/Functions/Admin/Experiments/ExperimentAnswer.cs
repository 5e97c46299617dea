using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Documents;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>An experiment as it is shown; sending it back changes nothing.</summary>
internal sealed record ExperimentAnswer(
    long Id,
    string Key,
    string Name,
    string? Description,
    string Status,
    IReadOnlyList<Variant> Variants,
    double TrafficAllocation,
    string Seed,
    int HashVersion,
    [property: DescribedAs("Condition")] JsonElement? Condition,
    DateTimeOffset? StartDate,
    DateTimeOffset? EndDate,
    string Type,
    string HashAttribute,
    string? FallbackAttribute,
    IReadOnlyList<FilterAnswer> Filters,
    NamespaceAnswer? Namespace,
    IReadOnlyList<Prerequisite> Prerequisites,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Forced,
    bool Sticky,
    int BucketVersion,
    int MinBucketVersion,
    bool IgnoreHoldout,
    string? ReleasedVariant,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<MetricDocument> Metrics,
    string Allocation)
{
    public static ExperimentAnswer Of(Stored<Experiment> stored) => new(
        stored.Id,
        stored.Value.Key,
        stored.Value.Name,
        stored.Value.Description,
        stored.Value.Status.Name(),
        stored.Value.Variants,
        stored.Value.TrafficAllocation,
        stored.Value.Seed,
        stored.Value.HashVersion,
        stored.Value.Targeting?.Json,
        stored.Value.StartsAt,
        stored.Value.EndsAt,
        stored.Value.Design.Kind.Name(),
        stored.Value.Design.HashAttribute,
        stored.Value.Design.FallbackAttribute,
        [.. stored.Value.Design.Filters.Select(FilterAnswer.Of)],
        stored.Value.Design.Namespace is { } share ? new NamespaceAnswer(share.Id, share.Start, share.End) : null,
        stored.Value.Design.Prerequisites,
        ExperimentDesignDocument.ForcedByVariant(stored.Value.Design),
        stored.Value.Design.IsSticky,
        stored.Value.Design.BucketVersion,
        stored.Value.Design.MinBucketVersion,
        stored.Value.Design.IgnoresHoldout,
        stored.Value.Design.Released,
        stored.Version,
        stored.CreatedAt,
        stored.UpdatedAt,
        [.. stored.Value.Measures.Metrics.Select(MetricDocument.Of)],
        stored.Value.Measures.AllocationName());
}
