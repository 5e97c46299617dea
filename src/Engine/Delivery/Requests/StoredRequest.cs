namespace PersonalizationEngine.Engine.Delivery.Requests;

/// <summary>A message that was asked for.</summary>
/// <param name="Id">Unique among requests.</param>
/// <param name="RuleId">0 where a score crossing asked.</param>
public sealed record StoredRequest(long Id, long RuleId, string PersonId, string Channel, string Template, DateTimeOffset RequestedAt);
