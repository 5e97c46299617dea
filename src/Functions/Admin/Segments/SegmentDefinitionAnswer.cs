using System.Text.Json;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Segments;

/// <summary>A segment as it is shown; sending it back changes nothing.</summary>
internal sealed record SegmentDefinitionAnswer(
    long Id, string Key, string Name, string? Description, [property: DescribedAs("Condition")] JsonElement Condition,
    int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static SegmentDefinitionAnswer Of(Stored<Segment> stored) => new(
        stored.Id, stored.Value.Key, stored.Value.Name, stored.Value.Description, stored.Value.Condition.Json,
        stored.Version, stored.CreatedAt, stored.UpdatedAt);
}
