namespace PersonalizationEngine.Core.Delivery.Reach;

/// <summary>A device that takes push messages.</summary>
/// <param name="Platform">As <c>android</c>, <c>ios</c>, <c>web</c>.</param>
/// <param name="LastSeenAt">When the app last told it; null is not known, which counts as stale where the policy has an age.</param>
public sealed record PushToken(string Token, string Platform, DateTimeOffset? LastSeenAt);
