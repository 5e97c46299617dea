namespace PersonalizationEngine.Engine.Administration.Vocabulary;

/// <summary>What a condition can be built of.</summary>
/// <param name="Attributes">By path.</param>
/// <param name="Groups">Keys of the saved groups.</param>
/// <param name="Segments">Keys of the segments.</param>
/// <param name="Slots">Every slot there is.</param>
public sealed record ConditionVocabulary(
    IReadOnlyList<KnownField> Attributes, IReadOnlyList<string> Groups, IReadOnlyList<string> Segments, IReadOnlyList<string> Slots)
{
    /// <summary>What an item's condition can ask.</summary>
    public static IReadOnlyList<KnownField> OfItems { get; } =
    [
        new("item_id", "text", []), new("title", "text", []), new("url", "text", []), new("categories", "list", []), new("tags", "list", []),
        new("published_unix", "number", []),
    ];

    public KnownField? Find(string path) => Attributes.FirstOrDefault(attribute => attribute.Path == path);
}
