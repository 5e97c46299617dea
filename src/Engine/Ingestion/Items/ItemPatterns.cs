using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Items;

/// <summary>Which item an event is about: a property of the event goes before the path of the page.</summary>
/// <param name="Paths">Tried in order.</param>
/// <param name="Properties">Names of properties that hold an item id, tried in order.</param>
public sealed record ItemPatterns(IReadOnlyList<ItemPathPattern> Paths, IReadOnlyList<string> Properties)
{
    public string? ItemOf(string? path, AttributeMap? properties) => ItemIn(properties) ?? ItemAt(path);

    private string? ItemIn(AttributeMap? properties)
    {
        if (properties is null) return null;
        foreach (var name in Properties)
            if (properties[name] is { Kind: AttributeKind.Text } value && PersonId.IsValid(value.Text)) return value.Text;
        return null;
    }

    private string? ItemAt(string? path)
    {
        if (string.IsNullOrEmpty(path)) return null;
        foreach (var pattern in Paths)
            if (pattern.Match(path) is { } item) return item;
        return null;
    }
}
