using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>What the catalogue says of an item: words for reasons, labels for filters, and when it may be shown.</summary>
public sealed record CatalogueItem
{
    public required string ItemId { get; init; }

    /// <summary>Named in reasons; the id stands in where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Its words, after those of the title, tell which items are alike; nobody is shown it.</summary>
    public string? Description { get; init; }

    /// <summary>What the category filter matches, without regard to case.</summary>
    public IReadOnlyList<string> Categories { get; init => field = value ?? []; } = [];

    /// <summary>Further labels that tell which items are alike; no filter reads them.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>What conditions of filters and boosts can ask about the item. Default: nothing.</summary>
    public AttributeMap Attributes { get; init => field = value ?? AttributeMap.Empty; } = AttributeMap.Empty;

    /// <summary>Never recommended, whatever the catalogue's dates say.</summary>
    public bool Hidden { get; init; }

    /// <summary>Recommended from this instant on; always when null. Newer items come first on the shelf of new items.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Not recommended from this instant on; always recommended when null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
