namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Which messages are to be sent once more; what is waiting is never among them.</summary>
/// <param name="EndpointId">Null for those of all.</param>
/// <param name="Id">One message; null for all that fit.</param>
/// <param name="Since">Those of events since then.</param>
/// <param name="OnlyDead">Those given up; else delivered ones, too.</param>
public sealed record ReplayChoice(long? EndpointId, long? Id, DateTimeOffset? Since, bool OnlyDead);
