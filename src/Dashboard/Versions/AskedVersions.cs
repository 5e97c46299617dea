using System.Globalization;
using PersonalizationEngine.Dashboard.Frame;

namespace PersonalizationEngine.Dashboard.Versions;

/// <summary>Which two versions somebody wants to compare.</summary>
/// <param name="From">0 for what was before the first.</param>
internal sealed record AskedVersions(int From, int To)
{
    /// <param name="live">The version there is, whose own change is shown where nothing else is asked for; null where there is none.</param>
    public static AskedVersions Of(Visit visit, int? live)
    {
        var to = Number(visit.Query("to")) ?? live ?? 0;
        return new AskedVersions(Number(visit.Query("from")) ?? Math.Max(0, to - 1), to);
    }

    /// <param name="name">Of what has the versions.</param>
    public string TitleFor(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}: versions {From} and {To}");

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
