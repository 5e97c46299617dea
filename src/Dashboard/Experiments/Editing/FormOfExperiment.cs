using System.Globalization;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Documents;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>An experiment that is there, as it would have been typed.</summary>
internal static class FormOfExperiment
{
    public static ExperimentForm Of(Experiment experiment)
    {
        var design = experiment.Design;
        return new ExperimentForm(
            experiment.Key, experiment.Name, experiment.Description ?? "", Percent(experiment.TrafficAllocation),
            [.. experiment.Variants.Select(variant => new VariantForm(variant.Key, variant.Name ?? "", Percent(variant.Weight), variant.Recommender ?? ""))],
            [.. experiment.Measures.Metrics.Select(Of)],
            experiment.Targeting is { } targeting ? OutlineReader.Read(targeting.Json) : OutlineGroup.Everybody)
        {
            IsBandit = experiment.Measures.IsBandit,
            IsInterleaving = design.Kind == ExperimentKind.Interleaving,
            Group = design.Namespace?.Id ?? "",
            From = design.Namespace is { } begun ? Percent(begun.Start) : "",
            To = design.Namespace is { } ended ? Percent(ended.End) : "",
            Starts = Time(experiment.StartsAt),
            Ends = Time(experiment.EndsAt),
            Seed = experiment.Seed == experiment.Key ? "" : experiment.Seed,
            HashAttribute = design.HashAttribute,
            Testers = string.Join('\n', ExperimentDesignDocument.ForcedByVariant(design).SelectMany(forced => forced.Value.Select(person => $"{forced.Key}: {person}"))),
            Prerequisites = string.Join(
                '\n', design.Prerequisites.Select(one => one.Variants.Count == 0 ? one.Experiment : $"{one.Experiment}: {string.Join(", ", one.Variants)}")),
            IsSticky = design.IsSticky,
            IgnoresHoldout = design.IgnoresHoldout,
        };
    }

    private static MetricForm Of(ExperimentMetric metric) => new(
        metric.Key, metric.Kind.Name(), metric.Subject ?? "", metric.Path ?? "", metric.MinEffect == 0 ? "" : Percent(metric.MinEffect),
        metric.IsGuardrail, metric.LowerIsBetter);

    private static string Percent(double share) => (share * 100).ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? at) => at is { } known
        ? known.UtcDateTime.ToString(known.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        : "";
}
