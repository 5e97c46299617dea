using System.Text;

namespace PersonalizationEngine.Feed.Evaluation;

/// <summary>Plain text in columns as wide as their widest cell: the first to the left, the others to the right.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <param name="rows">All equally long, the headings among them.</param>
    public static string Of(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            text.AppendLine(string.Join(Gap, cells).TrimEnd());
        }

        return text.ToString();
    }
}
