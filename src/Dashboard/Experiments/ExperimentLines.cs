using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Rules.Showing;
using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Dashboard.Versions;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>Versions of an experiment, line by line in words, to be compared.</summary>
internal static class ExperimentLines
{
    /// <param name="document">Null for none yet. What the engine cannot read any more is shown as JSON.</param>
    public static IReadOnlyList<ShownLine> Of(JsonElement? document) => DocumentLines.Of(document, ExperimentDocument.Read, Of);

    private static IReadOnlyList<ShownLine> Of(Experiment experiment) =>
    [
        new(0, $"Key: {experiment.Key}"), new(0, $"Name: {experiment.Name}"), new(0, $"Hypothesis: {experiment.Description ?? "–"}"),
        new(0, $"State: {ExperimentWords.Of(experiment).Text}"), new(0, $"Coverage: {Exactly(experiment.TrafficAllocation)}"),
        .. experiment.Variants.Select(variant => new ShownLine(0, Of(variant))),
        new(0, $"Shares: {(experiment.Measures.IsBandit ? "follow the results" : "stay as they are set")}"),
        .. experiment.Measures.Metrics.Select(metric => new ShownLine(0, Of(metric))),
        new(0, $"Starts: {Time(experiment.StartsAt)}"), new(0, $"Ends: {Time(experiment.EndsAt)}"),
        new(0, $"Seed: {experiment.Seed}, hash version {experiment.HashVersion}"),
        .. DesignLines.Of(experiment.Design),
        new(0, "Who can be in it:"),
        .. (experiment.Targeting is { } targeting ? OutlineWords.Of(OutlineReader.Read(targeting.Json)) : [new ShownLine(0, "everybody")])
            .Select(line => line with { Depth = line.Depth + 1 }),
    ];

    private static string Of(Variant variant) =>
        $"Variant {variant.Key}{(variant.Name is { } name ? $" “{name}”" : "")}: {Exactly(variant.Weight)}{(variant.Recommender is { } list ? $", list of {list}" : "")}";

    private static string Of(ExperimentMetric metric)
    {
        var subject = metric.Subject is { } known ? $", of {known}" : "";
        var path = metric.Path is { } place ? $", on {place}" : "";
        var effect = metric.MinEffect > 0 ? $", from a change of {Exactly(metric.MinEffect)} on" : "";
        return $"{(metric.IsGuardrail ? "Guardrail" : "Metric")} {metric.Key}: {ExperimentWords.Kind(metric)}{subject}{path}{(metric.LowerIsBetter ? ", less is better" : "")}{effect}";
    }

    /// <summary>Not rounded to where two shares look alike.</summary>
    private static string Exactly(double share) => $"{Figures.Number(share * 100, 6)} %";

    private static string Time(DateTimeOffset? at) => at is { } known ? Figures.Utc(known) : "–";
}
