using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine;

/// <summary>The meter all figures of the engine are published under, and the source of its spans.</summary>
public static class EngineMetrics
{
    public const string Name = "PersonalizationEngine";

    internal static Meter Meter { get; } = new(Name);

    /// <summary>Spans of the engine's own, under the same name.</summary>
    internal static ActivitySource Spans { get; } = new(Name);
}
