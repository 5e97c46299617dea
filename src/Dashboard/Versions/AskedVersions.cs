using System.Globalization;
using PersonalizationEngine.Dashboard.Frame;

namespace PersonalizationEngine.Dashboard.Versions;

/// <summary>Which two versions somebody wants to compare.</summary>
/// <param name="From">0 for what was before the first.</param>
internal sealed record AskedVersions(int From, int To)
{
    public static AskedVersions Of(Visit visit) => new(Number(visit.Query("from")), Number(visit.Query("to")));

    /// <param name="name">Of what has the versions.</param>
    public string TitleFor(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}: versions {From} and {To}");

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
