using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Dashboard.Rules.Showing;
using PersonalizationEngine.Dashboard.Texts;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>A version of an experiment, line by line in words, to be compared with another.</summary>
internal static class ExperimentLines
{
    /// <param name="document">Null for none yet. What the engine cannot read any more is shown as JSON.</param>
    public static IReadOnlyList<ShownLine> Of(JsonElement? document)
    {
        if (document is not { } json) return [];
        var read = ExperimentDocument.Read(json);
        return read.Succeeded ? Of(read.Value) : [.. JsonShown.Pretty(json).Split('\n').Select(line => new ShownLine(0, line))];
    }

    private static IReadOnlyList<ShownLine> Of(Experiment experiment) =>
    [
        new(0, $"Key: {experiment.Key}"), new(0, $"Name: {experiment.Name}"), new(0, $"Hypothesis: {experiment.Description ?? "–"}"),
        new(0, $"State: {ExperimentWords.Of(experiment).Text}"), new(0, $"Coverage: {Figures.Percent(experiment.TrafficAllocation)}"),
        .. experiment.Variants.Select(variant => new ShownLine(0, $"Variant {variant.Key}: {Figures.Percent(variant.Weight)}{(variant.Recommender is { } list ? $", list of {list}" : "")}")),
        .. experiment.Measures.Metrics.Select(metric => new ShownLine(
            0, $"{(metric.IsGuardrail ? "Guardrail" : "Metric")} {metric.Key}: {ExperimentWords.Kind(metric)}{(metric.Subject is { } subject ? $", of {subject}" : "")}{(metric.LowerIsBetter ? ", less is better" : "")}")),
        new(0, $"Starts: {Time(experiment.StartsAt)}"), new(0, $"Ends: {Time(experiment.EndsAt)}"), new(0, $"Seed: {experiment.Seed}"),
        .. Design(experiment.Design),
        new(0, "Who can be in it:"),
        .. (experiment.Targeting is { } targeting ? OutlineWords.Of(OutlineReader.Read(targeting.Json)) : [new ShownLine(0, "everybody")])
            .Select(line => line with { Depth = line.Depth + 1 }),
    ];

    private static IEnumerable<ShownLine> Design(ExperimentDesign design) =>
    [
        .. JsonShown.Pretty(Core.Experiments.Documents.ExperimentDesignDocument.ToJson(design)).Split('\n').Select(line => new ShownLine(0, line)),
    ];

    private static string Time(DateTimeOffset? at) => at is { } known ? Figures.Utc(known) : "–";
}
