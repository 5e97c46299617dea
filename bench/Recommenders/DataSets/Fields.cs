using System.Globalization;

namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>How the lines of a file fall into fields, told from its beginning.</summary>
/// <param name="Separator">Tab, comma, `::` or space.</param>
/// <param name="HasHeader">The first line names the columns.</param>
/// <param name="Count">Fields a line; 0 where that varies.</param>
internal sealed record Fields(string Separator, bool HasHeader, int Count)
{
    private const int Sample = 2000;
    private static readonly string[] Separators = ["::", "\t", ",", " "];

    /// <returns>Null where the file is no table of ids and numbers.</returns>
    public static Fields? Detect(string path)
    {
        string[] lines = [.. File.ReadLines(path).Take(Sample).Where(line => line.Length > 0)];
        if (lines.Length < 2) return null;
        var separator = Separators.FirstOrDefault(separator => lines.Skip(1).Count(line => line.Contains(separator)) > lines.Length / 2);
        if (separator is null) return null;

        var hasHeader = Split(lines[0], separator).Any(field => !IsNumber(field)) && Split(lines[1], separator).All(IsNumber);
        int[] counts = [.. lines.Skip(hasHeader ? 1 : 0).Select(line => Split(line, separator).Length).Distinct()];
        return new Fields(separator, hasHeader, counts is [var only] ? only : 0);
    }

    /// <summary>The fields of each line; of an empty line none.</summary>
    public IEnumerable<string[]> Read(string path) =>
        File.ReadLines(path).Skip(HasHeader ? 1 : 0).Select(line => Split(line, Separator));

    public static bool IsNumber(string field) => double.TryParse(field, CultureInfo.InvariantCulture, out _);

    private static string[] Split(string line, string separator) =>
        line.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
