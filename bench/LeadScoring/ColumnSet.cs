using System.Globalization;

namespace PersonalizationEngine.Bench.LeadScoring;

/// <summary>Columns that a model may see.</summary>
/// <param name="Numbers">Taken as they are, empty as 0.</param>
/// <param name="Categories">One value 1 for each level of at least 20 leads, which includes "nothing said".</param>
internal sealed record ColumnSet(string Name, string[] Numbers, string[] Categories)
{
    private const int Fewest = 20;

    private static readonly string[] Totals = ["TotalVisits", "Total Time Spent on Website", "Page Views Per Visit"];

    private static readonly string[] Profile =
    [
        "Lead Origin", "Lead Source", "Specialization", "City", "Country", "How did you hear about X Education",
        "A free copy of Mastering The Interview", "Do Not Email", "Do Not Call",
    ];

    public static readonly ColumnSet[] All =
    [
        new("behaviour: three totals, last activity", Totals, ["Last Activity"]),
        new("and profile, without occupation", Totals, ["Last Activity", .. Profile]),
        new("and occupation", Totals, ["Last Activity", .. Profile, "What is your current occupation"]),
        new("and what sales noted (leaks): Tags, Lead Quality", Totals, ["Last Activity", .. Profile, "What is your current occupation", "Tags", "Lead Quality"]),
    ];

    public double[][] Rows(IReadOnlyList<IReadOnlyDictionary<string, string>> leads)
    {
        var levels = Categories.SelectMany(column => leads.GroupBy(lead => Level(lead, column)).Where(level => level.Count() >= Fewest)
            .OrderBy(level => level.Key, StringComparer.Ordinal).Select(level => (column, level.Key))).ToList();
        return [.. leads.Select(lead => Numbers.Select(column => Number(lead[column]))
            .Concat(levels.Select(level => Level(lead, level.column) == level.Key ? 1.0 : 0)).ToArray())];
    }

    private static string Level(IReadOnlyDictionary<string, string> lead, string column) => lead[column] is "Select" ? "" : lead[column];

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
