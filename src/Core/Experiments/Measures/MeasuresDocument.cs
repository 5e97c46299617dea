using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Experiments.Measures;

/// <summary>Reads what an experiment is judged by from its document: the fields <c>metrics</c> and <c>allocation</c>.</summary>
public static class MeasuresDocument
{
    public const int MaxMetrics = 20;

    private const int MaxSubject = 256, MaxPath = 2048;
    private const double MaxEffect = 10;

    private static readonly string[] Kinds = ["conversion", "revenue", "ctr", "count"];
    private static readonly string[] Directions = ["increase", "decrease"];
    private static readonly string[] Allocations = ["fixed", "bandit"];

    public static string AllocationName(this ExperimentMeasures measures) => Allocations[measures.IsBandit ? 1 : 0];

    public static string Name(this MetricKind kind) => Kinds[(int)kind];

    public static string DirectionName(this ExperimentMetric metric) => Directions[metric.LowerIsBetter ? 1 : 0];

    /// <summary>The field that names the subject of a metric of this kind.</summary>
    public static string SubjectField(this MetricKind kind) => kind switch
    {
        MetricKind.Ctr => "slot",
        MetricKind.Count => "event",
        _ => "goal",
    };

    public static ExperimentMeasures Read(DocumentReader reader)
    {
        var isBandit = reader.OneOf("allocation", Allocations) == Allocations[1];
        var metrics = reader.Children("metrics", 0, MaxMetrics).Select(one => ReadMetric(one)).ToList();
        if (metrics.DistinctBy(metric => metric.Key).Count() < metrics.Count) reader.Fault("metrics", "must have different keys");
        if (isBandit && metrics.Count > 0 && metrics.TrueForAll(metric => metric.IsGuardrail))
            reader.Fault("metrics", "must hold one that is no guardrail: a bandit follows the first such");
        return new ExperimentMeasures(metrics, isBandit);
    }

    /// <param name="isKeyRequired">Otherwise the name of the kind is the key.</param>
    public static ExperimentMetric ReadMetric(DocumentReader reader, bool isKeyRequired = true)
    {
        reader.RefuseUnknown("key", "kind", "goal", "slot", "event", "path", "guardrail", "direction", "min_effect");
        var kindName = reader.OneOf("kind", Kinds, required: true);
        var kind = (MetricKind)Math.Max(0, Array.IndexOf(Kinds, kindName));
        var key = reader.Text("key", 64, isKeyRequired) ?? kindName ?? "";
        var subject = reader.Text(kind.SubjectField(), MaxSubject, required: kindName is not null && kind == MetricKind.Count);
        RefuseOthers(reader, kindName is null ? null : kind);
        return new ExperimentMetric(
            key, kind, subject, reader.Text("path", MaxPath), reader.Flag("guardrail") ?? false,
            reader.OneOf("direction", Directions) == Directions[1], reader.Number("min_effect", 0, MaxEffect) ?? 0);
    }

    private static void RefuseOthers(DocumentReader reader, MetricKind? kind)
    {
        if (kind is not { } known) return;
        foreach (var field in new[] { "goal", "slot", "event" })
            if (field != known.SubjectField() && reader.Raw(field) is not null && !reader.IsNull(field))
                reader.Fault(field, $"is not for a metric of kind {known.Name()}");
        if (known != MetricKind.Count && reader.Raw("path") is not null && !reader.IsNull("path")) reader.Fault("path", "is only for a metric of kind count");
    }
}
