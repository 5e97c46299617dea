using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Functions.Admin.History;

/// <summary>A value that differs between two versions.</summary>
/// <param name="Pointer">RFC 6901 pointer of a value that differs; empty for the whole document.</param>
/// <param name="Before">Null where there was none.</param>
/// <param name="After">Null where there is none.</param>
internal sealed record ChangeOfValueAnswer(string Pointer, JsonElement? Before, JsonElement? After)
{
    public static IReadOnlyList<ChangeOfValueAnswer> Of(IReadOnlyList<DocumentChange> changes) =>
        [.. changes.Select(change => new ChangeOfValueAnswer(change.Pointer, change.Before, change.After))];
}
