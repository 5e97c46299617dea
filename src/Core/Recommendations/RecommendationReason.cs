using PersonalizationEngine.Core.Recommendations.Serving;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>Why an item is recommended, as facts; the sentence is made when somebody wants to read it.</summary>
/// <param name="Name">The title of the item, or the category, that the sentence names; null where it names none.</param>
/// <param name="Count">Of people, or of further items.</param>
/// <param name="IsAtLeast">There may be more than the count says.</param>
/// <param name="Span">Before the question; zero where none is told.</param>
public readonly record struct RecommendationReason(
    ReasonKind Kind, string? Name = null, int Count = 0, bool IsAtLeast = false, TimeSpan Span = default)
{
    private string Quoted => ReasonWords.Quote(Name ?? "");

    private string People => $"{ReasonWords.Number(Count)}{(IsAtLeast ? "+" : "")} people";

    /// <summary>An English sentence of at most 140 characters.</summary>
    public override string ToString() => Kind switch
    {
        ReasonKind.Viewed => Count == 0 ? $"Because you viewed {Quoted}" : $"Because you viewed {Quoted} and {Count} more",
        ReasonKind.SimilarTaste => "People with a similar taste viewed this",
        ReasonKind.ViewedTogether => $"Viewed together with {Quoted}",
        ReasonKind.Similar => $"Similar to {Quoted}",
        ReasonKind.Related => $"Related to {Quoted}",
        ReasonKind.Trending => Count == 0 ? "Trending now" : $"Trending: {People} viewed this in the last {ReasonWords.Span(Span)}",
        ReasonKind.Popular => Count switch
        {
            0 => "Popular with visitors",
            1 => "Popular: 1 person viewed this",
            _ => $"Popular: {People} viewed this",
        },
        ReasonKind.PopularInSegment => "Popular with visitors like you",
        ReasonKind.Exploration => "Not many have seen this yet",
        ReasonKind.Proposed => "Recommended for you",
        ReasonKind.Pinned => "Chosen for this place",
        _ => Name is null ? "New in the catalogue" : $"New in {Quoted}",
    };
}
