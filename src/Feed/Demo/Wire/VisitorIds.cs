namespace PersonalizationEngine.Feed.Demo.Wire;

/// <summary>Which ids an event carries; what is null is not sent.</summary>
internal sealed record VisitorIds(string? UserId, string? AnonymousId, string? IpAddress);
