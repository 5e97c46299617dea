using System.Text.Json.Serialization;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

internal sealed record EndpointDisabledData(long EndpointId, string? Description, string Reason, DateTimeOffset DisabledAt, DateTimeOffset? FailingSince);

internal sealed record EndpointTestData(long EndpointId);

internal sealed record ScoreCrossedData(
    string CrossingId, string UserId, long ModelId, int ModelVersion, string Segment, string Direction, double Score, DateTimeOffset CrossedAt);

internal sealed record SegmentChangedData(string UserId, string From, string To, decimal Score, DateTimeOffset ChangedAt);

internal sealed record ExperimentDecidedData(
    long ExperimentId, string? Key, string Decision, string? Reason, string DecidedBy, int Version, DateTimeOffset DecidedAt);

internal sealed record DeliveryFailedData(
    string MessageId, string UserId, string Source, long SourceId, string Template, string? Channel, string Reason, string? Detail, int Attempts, DateTimeOffset FailedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EndpointDisabledData))]
[JsonSerializable(typeof(EndpointTestData))]
[JsonSerializable(typeof(ScoreCrossedData))]
[JsonSerializable(typeof(SegmentChangedData))]
[JsonSerializable(typeof(ExperimentDecidedData))]
[JsonSerializable(typeof(DeliveryFailedData))]
internal sealed partial class OutboundJson : JsonSerializerContext;
