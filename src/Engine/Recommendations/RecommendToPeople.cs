using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// The list each person gets: a personal one, or for those of the <see cref="ComparisonGroup"/> what is popular. All else the query
/// asks for holds for both.
/// </summary>
public sealed class RecommendToPeople(IRecommender personal, IEmbeddedRecommender embedded, ComparisonGroup comparison)
{
    /// <summary>Of the recommender that personal lists come from.</summary>
    public string Name => personal.Name;

    public ValueTask<RecommendationPage> RunAsync(RecommendationQuery query, CancellationToken cancellationToken) =>
        query.PersonId is { Length: > 0 } person && comparison.Contains(person)
            ? ValueTask.FromResult(Compare(query))
            : personal.RecommendAsync(query, cancellationToken);

    private RecommendationPage Compare(RecommendationQuery query)
    {
        var page = embedded.Ask(RecommendationShelf.Popular, query);
        return page with { Items = [.. page.Items.Select(Mark)], Recommender = embedded.Name };
    }

    /// <summary>What was pinned is the same for everybody and speaks for neither list.</summary>
    private static RecommendedItem Mark(RecommendedItem item) =>
        item.Source == RecommendationSource.Pinned ? item : item with { Source = RecommendationSource.Comparison };
}
