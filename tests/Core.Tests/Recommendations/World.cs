using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>A catalogue and what happened with it until <see cref="Now"/>.</summary>
internal sealed record World(IReadOnlyList<CatalogueItem> Catalogue, IReadOnlyList<Interaction> Interactions)
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    public static Interaction View(string person, string item, double daysAgo = 0, string session = "", double weight = 1) =>
        new(person, item, session, weight, Now.AddDays(-daysAgo));

    public static RecommendationQuery Ask(string? person = null) => new() { PersonId = person, Instant = Now };

    /// <summary>A recommender that learned, in the given order, the views and trained on them.</summary>
    public static Recommender After(params IEnumerable<Interaction> interactions) => new World([], [.. interactions]).Build();

    public Recommender Build(RecommenderSettings? settings = null)
    {
        settings ??= new();
        var recommender = new Recommender(settings);
        if (Catalogue.Count > 0) recommender.ReplaceCatalogue(Catalogue);
        foreach (var interaction in Interactions) Assert.True(recommender.Learn(interaction));
        recommender.Use(TrainedModels.ItemKnn(new ItemKnnTrainer(settings).Train(recommender.TrainingData())));
        return recommender;
    }

    /// <summary>Ids that a query may be answered with, worked out the slow way.</summary>
    public HashSet<string> Allowed(RecommendationQuery query)
    {
        var known = Catalogue.ToDictionary(item => item.ItemId);
        var ids = known.Keys.Concat(Interactions.Select(interaction => interaction.ItemId)).ToHashSet();
        ids.ExceptWith(query.ExcludeIds);
        ids.Remove(query.CurrentItemId ?? "");
        ids.RemoveWhere(id => !IsShown(known.GetValueOrDefault(id), query));
        var own = Interactions.Where(done => done.PersonId != "" && done.PersonId == query.PersonId);
        if (query.LeaveOut == LeaveOut.Bought) ids.ExceptWith(own.Where(done => done.IsPurchase).Select(done => done.ItemId));
        if (query.LeaveOut == LeaveOut.Seen) ids.ExceptWith([.. query.SessionItemIds, .. own.Select(done => done.ItemId)]);

        return ids;
    }

    private static bool IsShown(CatalogueItem? item, RecommendationQuery query)
    {
        if (item is null) return query.Categories.Count == 0;
        if (item.Hidden || item.PublishedAt > query.Instant || item.ExpiresAt <= query.Instant) return false;
        return query.Categories.Count == 0 || (query.CategoryMatch == CategoryMatch.All
            ? query.Categories.All(category => item.Categories.Contains(category, StringComparer.OrdinalIgnoreCase))
            : item.Categories.Intersect(query.Categories, StringComparer.OrdinalIgnoreCase).Any());
    }
}
