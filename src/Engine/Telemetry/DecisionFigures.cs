using System.Diagnostics.Metrics;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>How long decisions take, by how they came out. On the hot path: where nobody listens it costs one comparison.</summary>
internal static class DecisionFigures
{
    private static readonly Histogram<double> Duration = EngineMetrics.Meter.CreateHistogram(
        "personalization.decision.duration", unit: "s", description: "Time from the question to the decision.",
        advice: new InstrumentAdvice<double>
        {
            // Most decisions take microseconds, out of memory; one that reads a person takes milliseconds.
            HistogramBucketBoundaries = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1],
        });

    // Boxed once: a tag's value is an object.
    private static readonly object Degraded = true, Whole = false;

    public static bool AreWanted => Duration.Enabled;

    public static void Note(TimeSpan took, DecisionOutcome outcome, in AnswerSources sources) => Duration.Record(
        took.TotalSeconds,
        new KeyValuePair<string, object?>("outcome", outcome.Name()),
        new KeyValuePair<string, object?>("source", sources.Recommendations),
        new KeyValuePair<string, object?>("degraded", sources.IsDegraded ? Degraded : Whole));
}
