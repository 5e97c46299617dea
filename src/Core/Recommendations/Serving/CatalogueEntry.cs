using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>A catalogue item made ready for filters.</summary>
/// <param name="Features">The numbers of its categories, then of its tags, then of the words of its text.</param>
/// <param name="CategoryCount">How many of <paramref name="Features"/> are categories.</param>
/// <param name="LabelCount">How many of <paramref name="Features"/> are categories or tags.</param>
/// <param name="VisibleFrom">In UTC ticks, inclusive.</param>
/// <param name="VisibleUntil">In UTC ticks, exclusive; below <paramref name="VisibleFrom"/> for what is never shown.</param>
/// <param name="Attributes">What conditions can ask.</param>
internal sealed record CatalogueEntry(
    string? Title,
    int[] Features,
    int CategoryCount,
    int LabelCount,
    long VisibleFrom,
    long VisibleUntil,
    AttributeMap Attributes)
{
    /// <summary>Stands for an item that was in the catalogue once: nobody shall be sent to a page that is gone.</summary>
    public static CatalogueEntry Withdrawn { get; } = new(null, [], 0, 0, long.MaxValue, long.MinValue, AttributeMap.Empty);

    public ReadOnlySpan<int> Categories => Features.AsSpan(0, CategoryCount);

    public ReadOnlySpan<int> Labels => Features.AsSpan(0, LabelCount);

    public bool IsVisibleAt(long utcTicks) => VisibleFrom <= utcTicks && utcTicks < VisibleUntil;
}
