using System.Globalization;
using PersonalizationEngine.Dashboard.Rules.Showing;

namespace PersonalizationEngine.Dashboard.Versions;

/// <summary>What differs between two long texts, without most of what does not: a mail has hundreds of lines.</summary>
internal static class FoldedChanges
{
    private const int Around = 3, MostChanges = 600, LongestLine = 2_000;

    public static IReadOnlyList<LineChange> Of(IReadOnlyList<LineChange> changes)
    {
        var folded = new List<LineChange>();
        var skipped = 0;
        for (var place = 0; place < changes.Count; place++)
        {
            var from = Math.Max(0, place - Around);
            if (folded.Count < MostChanges && changes.Skip(from).Take(place + Around + 1 - from).Any(near => near.Sign != ' ')) Add(Cut(changes[place]));
            else skipped++;
        }

        Skip();
        return folded;

        void Add(LineChange change)
        {
            Skip();
            folded.Add(change);
        }

        void Skip()
        {
            if (skipped > 0) folded.Add(new LineChange(' ', new ShownLine(0, string.Create(CultureInfo.InvariantCulture, $"… {skipped} more {(skipped == 1 ? "line" : "lines")} …"))));
            skipped = 0;
        }
    }

    private static LineChange Cut(LineChange change) => change.Line.Text.Length <= LongestLine
        ? change
        : change with { Line = change.Line with { Text = $"{change.Line.Text[..LongestLine]} …" } };
}
