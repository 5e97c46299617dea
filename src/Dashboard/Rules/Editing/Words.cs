using PersonalizationEngine.Engine.Administration.Vocabulary;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>What a condition is built of in a form.</summary>
/// <param name="Attributes">It can ask about.</param>
/// <param name="List">The id of the list of their paths in the page.</param>
/// <param name="IsOfItems">It judges an item, of which nobody asks what they did or when it is.</param>
public sealed record Words(IReadOnlyList<KnownField> Attributes, string List, bool IsOfItems)
{
    public KnownField? Find(string path) => Attributes.FirstOrDefault(attribute => attribute.Path == path);
}
