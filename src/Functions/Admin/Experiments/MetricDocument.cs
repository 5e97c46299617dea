using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>A metric as the documents of experiments have it; sending it back changes nothing.</summary>
internal sealed record MetricDocument(
    string Key,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Goal,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Slot,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Event,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path,
    bool Guardrail,
    string Direction,
    double MinEffect)
{
    public static MetricDocument Of(ExperimentMetric metric) => new(
        metric.Key,
        metric.Kind.Name(),
        metric.Kind is MetricKind.Conversion or MetricKind.Revenue ? metric.Subject : null,
        metric.Kind == MetricKind.Ctr ? metric.Subject : null,
        metric.Kind == MetricKind.Count ? metric.Subject : null,
        metric.Path,
        metric.IsGuardrail,
        metric.DirectionName(),
        metric.MinEffect);
}
