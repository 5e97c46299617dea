using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Items;

/// <summary>A thing that can be recommended: an article, a product, a webinar.</summary>
/// <param name="Hidden">Known, but never recommended.</param>
/// <param name="PublishedAt">Not recommended before; null means always.</param>
/// <param name="ExpiresAt">Not recommended from then on; null means never.</param>
/// <param name="UpdatedAt">The instant of the facts, not of their arrival.</param>
public sealed record ItemRecord(
    string ItemId,
    string? Title,
    string? Url,
    string? ImageUrl,
    string? Description,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Tags,
    AttributeMap Attributes,
    bool Hidden,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset UpdatedAt)
{
    public bool IsVisible(DateTimeOffset now) => !Hidden && !(now < PublishedAt) && !(now >= ExpiresAt);
}
