namespace PersonalizationEngine.Engine.Health;

/// <summary>A probe's own words on what is wrong: unlike a driver's message, they hold no address and no secret and may be shown.</summary>
public sealed class UnhealthyException(string detail) : Exception(detail);
