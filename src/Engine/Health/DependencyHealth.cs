namespace PersonalizationEngine.Engine.Health;

public sealed record DependencyHealth(string Name, bool IsVital, bool IsHealthy, string? Detail, TimeSpan Took);
