namespace PersonalizationEngine.Engine.Identity;

/// <summary>A refused link as it is listed: once for each pair and reason, however often it was sent.</summary>
public sealed record NotedRefusal(long Id, RefusedLink Link, long Times, DateTimeOffset FirstAt, DateTimeOffset LastAt);
