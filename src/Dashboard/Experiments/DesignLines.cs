using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Documents;
using PersonalizationEngine.Dashboard.Rules.Showing;
using PersonalizationEngine.Dashboard.Texts;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>How an experiment chooses its people, line by line in words.</summary>
internal static class DesignLines
{
    public static IEnumerable<ShownLine> Of(ExperimentDesign design) =>
    [
        new(0, $"Compares: {(design.Kind == ExperimentKind.Interleaving ? "two lists, mixed into one" : "variants, one for each person")}"),
        new(0, $"Split by: {design.HashAttribute}{(design.FallbackAttribute is { } other ? $", else by {other}" : "")}"),
        .. design.Namespace is { } share ? [new ShownLine(0, $"Exclusion group {share.Id}: {Part(share.Start, share.End)}")] : Array.Empty<ShownLine>(),
        .. design.Filters.Select(filter => new ShownLine(
            0, $"Filter {filter.Seed} (by {filter.Attribute}, hash version {filter.HashVersion}): {string.Join(", ", filter.Ranges.Select(range => Part(range.Start, range.End)))}")),
        .. design.Prerequisites.Select(one => new ShownLine(0, $"Only people in {one.Experiment}: {(one.Variants.Count == 0 ? "any variant" : string.Join(", ", one.Variants))}")),
        .. ExperimentDesignDocument.ForcedByVariant(design).Select(forced => new ShownLine(0, $"Testers of {forced.Key}: {string.Join(", ", forced.Value)}")),
        new(0, $"People keep their variant: {(design.IsSticky ? "yes" : "no")}"),
        new(0, $"Bucket version: {design.BucketVersion}, people served from {design.MinBucketVersion} on"),
        new(0, $"Global holdout: {(design.IgnoresHoldout ? "in it all the same" : "left out")}"),
        new(0, $"Released to everybody: {design.Released ?? "–"}"),
    ];

    private static string Part(double start, double end) => $"{Figures.Number(start * 100, 6)} to {Figures.Number(end * 100, 6)} %";
}
