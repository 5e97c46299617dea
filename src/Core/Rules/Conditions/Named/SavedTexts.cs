using System.Text.Json;

namespace PersonalizationEngine.Core.Rules.Conditions.Named;

/// <summary>Groups and segments as they were written, for readers outside of the engine.</summary>
/// <param name="Groups">The values of each group, a JSON list, by key.</param>
/// <param name="Segments">The condition of each segment by key.</param>
public sealed record SavedTexts(IReadOnlyDictionary<string, JsonElement> Groups, IReadOnlyDictionary<string, JsonElement> Segments)
{
    public static SavedTexts None { get; } = new(new Dictionary<string, JsonElement>(), new Dictionary<string, JsonElement>());

    /// <summary>A condition with what its segments say in their place.</summary>
    public JsonElement WriteOut(ConditionSource condition) =>
        NamedReferences.Of(condition.Condition).Any(named => named.Kind == NamedKind.Segment)
            ? JsonElement.Parse(new SegmentText(Segments).WriteOut(condition.Json).ToJsonString())
            : condition.Json;

    /// <summary>The groups that a condition leads to, by itself or through its segments, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> GroupsOf(IEnumerable<ConditionSource> conditions)
    {
        var named = conditions.SelectMany(condition => NamedReferences.Of(ConditionParser.Parse(WriteOut(condition)).Condition))
            .Where(reference => reference.Kind == NamedKind.Group).Select(reference => reference.Key).ToHashSet(StringComparer.Ordinal);
        return Groups.Where(group => named.Contains(group.Key)).OrderBy(group => group.Key, StringComparer.Ordinal);
    }
}
