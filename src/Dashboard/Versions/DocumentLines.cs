using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Dashboard.Rules.Showing;

namespace PersonalizationEngine.Dashboard.Versions;

/// <summary>What differs between two documents, in words.</summary>
internal static class DocumentLines
{
    /// <param name="lines">Tells a document in words.</param>
    /// <param name="before">Null for none yet.</param>
    /// <param name="after">Null where it is removed.</param>
    /// <returns>As JSON where the words are the same and the documents are not.</returns>
    public static IReadOnlyList<LineChange> Between(Func<JsonElement?, IReadOnlyList<ShownLine>> lines, JsonElement? before, JsonElement? after)
    {
        var changes = LineDiff.Between(lines(before), lines(after));
        return before is { } was && after is { } now && changes.All(change => change.Sign == ' ') && !JsonElement.DeepEquals(was, now)
            ? LineDiff.Between(Raw(was), Raw(now))
            : changes;
    }

    /// <summary>A document in words, or as JSON where the engine cannot read it any more.</summary>
    /// <param name="document">Null for none yet.</param>
    public static IReadOnlyList<ShownLine> Of<T>(JsonElement? document, Func<JsonElement, Parsed<T>> read, Func<T, IReadOnlyList<ShownLine>> tell)
        where T : class
    {
        if (document is not { } json) return [];
        var found = read(json);
        return found.Succeeded ? tell(found.Value) : Raw(json);
    }

    /// <summary>Line by line as it is.</summary>
    public static IReadOnlyList<ShownLine> Raw(JsonElement json) => [.. JsonShown.Pretty(json).Split('\n').Select(line => new ShownLine(0, line))];
}
