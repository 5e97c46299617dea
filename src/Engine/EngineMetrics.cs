using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine;

/// <summary>The meter all figures of the engine are published under.</summary>
public static class EngineMetrics
{
    public const string Name = "PersonalizationEngine";

    internal static Meter Meter { get; } = new(Name);
}
