using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Shows a list as somebody would get it now, and explains it. Nothing is counted: to look is no impression.</summary>
public sealed class ExploreRecommendations(RecommendItems recommend, ShowShelf shelf, IRecommenderFeed feed, ItemCatalogue catalogue)
{
    private const int MostLeftOut = 50;

    /// <param name="userId">Null for somebody of whom nothing is known.</param>
    /// <param name="which">Personal lists come from whoever recommends to people, the others from the recommender in this process.</param>
    /// <param name="asked">Person and instant are filled in.</param>
    public async Task<ExploredList> RunAsync(string? userId, RecommendationShelf which, RecommendationQuery asked, CancellationToken cancellationToken)
    {
        var list = await AskAsync(userId, which, asked, cancellationToken);
        var isNarrowed = asked.Categories.Count > 0 || asked.ExcludeIds.Count > 0 || asked.LeaveOut != LeaveOut.Nothing;
        var all = isNarrowed
            ? await AskAsync(
                userId, which,
                asked with { Categories = [], ExcludeIds = [], LeaveOut = LeaveOut.Nothing, Limit = RecommendationQuery.MaximumLimit, Explain = false }, cancellationToken)
            : list;
        return new ExploredList(list, LeftOut(userId, asked, list.Page.Items, all.Page.Items), list.Page.Items.Any(item => item.Source == RecommendationSource.Comparison));
    }

    private Task<RecommendedItems> AskAsync(string? userId, RecommendationShelf which, RecommendationQuery asked, CancellationToken cancellationToken) =>
        userId is not null && which == RecommendationShelf.Personal
            ? recommend.RunAsync(userId, asked, cancellationToken)
            : shelf.RunAsync(which, userId, asked, cancellationToken);

    private List<LeftOutItem> LeftOut(string? userId, RecommendationQuery asked, IReadOnlyList<RecommendedItem> list, IReadOnlyList<RecommendedItem> all)
    {
        var shown = list.Select(item => item.ItemId).ToHashSet(StringComparer.Ordinal);
        var met = userId is null || asked.LeaveOut == LeaveOut.Nothing ? [] : feed.ItemsMetBy(userId).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(item => !shown.Contains(item.ItemId)).Select(item => Why(item.ItemId, asked, met)).OfType<LeftOutItem>().Take(MostLeftOut)];
    }

    /// <summary>Null for what was left out for no reason but that others are better.</summary>
    private LeftOutItem? Why(string itemId, RecommendationQuery asked, HashSet<string> met)
    {
        if (asked.ExcludeIds.Contains(itemId, StringComparer.Ordinal)) return new LeftOutItem(itemId, "Excluded by the question.");
        if (!IsOf(itemId, asked)) return new LeftOutItem(itemId, "In none of the categories asked for.");
        return met.Contains(itemId)
            ? new LeftOutItem(itemId, asked.LeaveOut == LeaveOut.Bought ? "Bought by them before." : "Met by them before.")
            : null;
    }

    private bool IsOf(string itemId, RecommendationQuery asked)
    {
        if (asked.Categories.Count == 0) return true;
        var own = catalogue.Find(itemId)?.Categories ?? [];
        return asked.CategoryMatch == CategoryMatch.Any
            ? asked.Categories.Any(category => own.Contains(category, StringComparer.OrdinalIgnoreCase))
            : asked.Categories.All(category => own.Contains(category, StringComparer.OrdinalIgnoreCase));
    }
}
