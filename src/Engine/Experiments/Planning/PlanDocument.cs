using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>Reads what somebody plans.</summary>
internal static class PlanDocument
{
    private const double MostPeople = 1e9, SmallestEffect = 0.001, LargestEffect = 10;

    public static Parsed<PlanQuestion> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown(
            "metric", "baseline", "standard_deviation", "daily_people", "min_effect", "variants", "traffic_allocation", "alpha", "power");
        var metric = reader.Child("metric") is { } child
            ? MeasuresDocument.ReadMetric(child, isKeyRequired: false)
            : ExperimentMetric.Of("conversion", MetricKind.Conversion);
        var isRate = metric.Kind is MetricKind.Conversion or MetricKind.Ctr;
        var baseline = reader.Number("baseline", 1e-6, isRate ? 1 : 1e12);
        var deviation = reader.Number("standard_deviation", 1e-9, 1e12);
        if (baseline is not null && deviation is null && metric.Kind != MetricKind.Conversion)
            reader.Fault("standard_deviation", $"is required with a baseline of kind {metric.Kind.Name()}: that of one person's value");
        var effect = reader.Number("min_effect", -LargestEffect, LargestEffect, required: true);
        if (effect is not null && Math.Abs(effect.Value) < SmallestEffect) reader.Fault("min_effect", $"must be at least {SmallestEffect} from 0");
        if (baseline * (1 + effect) is var reached && isRate && reached is < 0 or > 1 && isRate)
            reader.Fault("min_effect", "must leave the rate between 0 and 1");
        var question = new PlanQuestion(
            metric, baseline, deviation, reader.Number("daily_people", 0.001, MostPeople), effect ?? 0,
            (int)(reader.Integer("variants", 2, ExperimentDocument.MaxVariants) ?? 2), reader.Number("traffic_allocation", 0.0001, 1) ?? 1,
            reader.Number("alpha", 0.0001, 0.2) ?? 0.05, reader.Number("power", 0.5, 0.999) ?? 0.8);
        return Parsed.From(reader, () => question);
    }
}
