using System.Globalization;
using PersonalizationEngine.Recommenders.Protocols;

namespace PersonalizationEngine.Recommenders.Reports;

/// <summary>A Markdown table of figures, a published value behind ours where there is one.</summary>
internal static class Table
{
    /// <param name="dataSet">The one whose published figures belong beside these; null for none.</param>
    public static void Write(TextWriter report, string? dataSet, string[] measures, IEnumerable<Figures> figures)
    {
        report.WriteLine($"| recommender | settings | {string.Join(" | ", measures)} | coverage | fit s | fit CPU s | rank µs |");
        report.WriteLine($"|---|---|{string.Concat(measures.Select(_ => "---|"))}---|---|---|---|");
        foreach (var one in figures)
        {
            var cells = measures.Select(measure =>
                Cell(one.Values[measure], dataSet is null ? null : Published.Of(dataSet, one.Name, measure)));
            report.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Name} | {one.Settings} | {string.Join(" | ", cells)} "
                + $"| {one.Coverage:F3} | {one.FitSeconds:F2} | {one.FitProcessorSeconds:F2} | {one.RankMicroseconds:F0} |"));
            report.Flush();
        }

        report.WriteLine();
    }

    private static string Cell(double ours, double? published) => published is { } theirs
        ? string.Create(CultureInfo.InvariantCulture, $"{ours:F4} ({theirs:0.000#}: {ours - theirs:+0.0000;-0.0000;0})")
        : ours.ToString("F4", CultureInfo.InvariantCulture);
}
