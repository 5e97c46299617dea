using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Dashboard.Rules.Showing;
using PersonalizationEngine.Dashboard.Versions;

namespace PersonalizationEngine.Dashboard.Rules.Segments;

/// <summary>A version of a segment, line by line in words.</summary>
internal static class SegmentLines
{
    /// <param name="document">Null for none yet.</param>
    public static IReadOnlyList<ShownLine> Of(JsonElement? document) => DocumentLines.Of(document, SegmentDocument.Read, Of);

    private static IReadOnlyList<ShownLine> Of(Segment segment) =>
    [
        new(0, $"Name: {segment.Name}"), new(0, $"Key: {segment.Key}"), new(0, $"Description: {segment.Description ?? "–"}"), new(0, "Who is in it:"),
        .. OutlineWords.Of(OutlineReader.Read(segment.Condition.Json)).Select(line => line with { Depth = line.Depth + 1 }),
    ];
}
