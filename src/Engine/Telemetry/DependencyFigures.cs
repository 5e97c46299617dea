using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>Calls to one system outside, by how they ended.</summary>
internal sealed class DependencyFigures(string dependency)
{
    private static readonly Counter<long> Calls = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.dependency.calls", unit: "{call}", description: "Calls to a dependency: ok, failed, timeout, or refused by its breaker.");

    private readonly KeyValuePair<string, object?> _dependency = new("dependency", dependency);

    public void Ok() => Note("ok");

    public void Failed() => Note("failed");

    public void TimedOut() => Note("timeout");

    /// <summary>The call was not made.</summary>
    public void Refused() => Note("refused");

    private void Note(string result)
    {
        if (Calls.Enabled) Calls.Add(1, _dependency, new KeyValuePair<string, object?>("result", result));
    }
}
