namespace PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

/// <summary>A crossing as it was noted.</summary>
/// <param name="Id">Rises with every one that is noted.</param>
public sealed record CrossedThreshold(
    long Id, string CrossingId, string PersonId, long ModelId, int ModelVersion, string Segment, bool IsUp, double Score, DateTimeOffset CrossedAt,
    DateTimeOffset NotedAt);
