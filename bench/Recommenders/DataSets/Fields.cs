using System.Globalization;

namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>How the lines of a file fall into fields, told from its beginning.</summary>
/// <param name="Separators">Tab, comma, `::` or space; several where a field is itself a list.</param>
/// <param name="HasHeader">The first line names the columns.</param>
/// <param name="Count">Fields a line; 0 where that varies.</param>
internal sealed record Fields(string[] Separators, bool HasHeader, int Count)
{
    private const int Sample = 2000;
    private static readonly string[] Known = ["::", "\t", ",", " "];
    private static readonly string[] OfLists = ["\t", ",", " ", ":", "[", "]", "|"];

    /// <returns>Null where the file is no table.</returns>
    public static Fields? Detect(string path)
    {
        string[] lines = [.. File.ReadLines(path).Take(Sample).Where(line => line.Length > 0)];
        if (lines.Length < 2) return null;
        var separator = Known.FirstOrDefault(known => lines.Skip(1).Count(line => line.Contains(known)) > lines.Length / 2);
        if (separator is null) return null;

        string[][] rows = [.. lines.Select(line => Split(line, [separator]))];
        var isList = rows.Skip(1).Count(row => row.Length == 2 && row[1].AsSpan().ContainsAny(" ,[")) > rows.Length / 2;
        if (isList) return new Fields(OfLists, HasHeader: false, Count: 0);
        var hasHeader = IsHeader(rows[0], rows[1]);
        int[] counts = [.. rows.Skip(hasHeader ? 1 : 0).Select(row => row.Length).Distinct()];
        return new Fields([separator], hasHeader, counts is [var only] ? only : 0);
    }

    /// <summary>The fields of each line; of an empty line none.</summary>
    public IEnumerable<string[]> Read(string path) =>
        File.ReadLines(path).Skip(HasHeader ? 1 : 0).Select(line => Split(line, Separators));

    public static bool IsNumber(string field) => double.TryParse(field, CultureInfo.InvariantCulture, out _);

    /// <summary>A word stands above a number, or the first column is named after users or sessions.</summary>
    private static bool IsHeader(string[] first, string[] second) =>
        first.Zip(second).Any(pair => !IsNumber(pair.First) && IsNumber(pair.Second))
        || first[0].StartsWith("user", StringComparison.OrdinalIgnoreCase)
        || first[0].StartsWith("session", StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string line, string[] separators) =>
        line.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
