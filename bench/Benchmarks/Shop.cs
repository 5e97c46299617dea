using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Training;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Bench;

/// <summary>10,000 items, 20,000 people with 50 each, popular items in front; the same each time.</summary>
internal static class Shop
{
    private const int Items = 10_000, People = 20_000, HistoryLength = 50, Categories = 40, Tags = 200, Askers = 4000;

    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    public static Recommender Open()
    {
        var settings = new RecommenderSettings();
        var recommender = new Recommender(settings);
        recommender.ReplaceCatalogue(Enumerable.Range(0, Items).Select(Item));
        for (var person = 0; person < People; person++)
            for (var place = 0; place < HistoryLength; place++) recommender.Learn(Visit(person, place));
        recommender.Use(new RecommenderTrainer(settings, Environment.ProcessorCount).Train(recommender.TrainingData()));
        return recommender;
    }

    /// <summary>What the trained models give somebody with such a history.</summary>
    public static string BlendOf(Recommender recommender) =>
        $"{recommender.Models.Choice?.Dense}, {recommender.Models.Choice?.Neighbours}, {recommender.Models.Plan?.SharesFor(HistoryLength)}";

    /// <summary>One for each of many people: filter, boost, two categories, exclusions, a pin, a cap, diversity, current item and session.</summary>
    public static RecommendationQuery[] Questions()
    {
        var filter = new ItemCondition(Compile("""{"price": {"$lt": 80}, "in_stock": true}"""));
        var boost = new ItemCondition(Compile("""{"brand": {"$in": ["brand 1", "brand 2"]}}"""));
        return [.. Enumerable.Range(0, Askers).Select(asker => new RecommendationQuery
        {
            Instant = Now,
            PersonId = $"person-{asker * (People / Askers)}",
            CurrentItemId = $"item-{asker % Items}",
            SessionItemIds = [$"item-{(asker + 1) % Items}", $"item-{(asker + 2) % Items}"],
            Categories = [.. Enumerable.Range(0, 20).Select(number => $"category {(asker + number) % Categories}")],
            ExcludeIds = ["item-3", "item-4", "item-5"],
            Filter = filter,
            Boosts = [new ScoreBoost(boost, 2)],
            Pinned = [new PinnedItem("item-7", 3)],
            PerCategory = 3,
            Diversity = 0.3,
        })];
    }

    private static CatalogueItem Item(int number) => new()
    {
        ItemId = $"item-{number}",
        Title = $"Title of item {number}",
        Categories = [$"category {number % Categories}", $"category {(number * 7) % Categories}"],
        Tags = [$"tag {number % Tags}", $"tag {(number * 13) % Tags}", $"tag {(number * 31) % Tags}"],
        PublishedAt = Now.AddHours(-number),
        Attributes = new AttributeMap(
        [
            KeyValuePair.Create("price", (AttributeValue)(number % 100)),
            KeyValuePair.Create("in_stock", (AttributeValue)(number % 10 != 0)),
            KeyValuePair.Create("brand", (AttributeValue)$"brand {number % 30}"),
        ]),
    };

    /// <summary>People of one of 50 tastes mostly meet its 200 items, and all the popular ones; a tenth of the items nobody meets.</summary>
    private static Interaction Visit(int person, int place)
    {
        var dice = Mix((uint)((person * HistoryLength) + place));
        var rank = dice % 1000 * (dice % 1000) / 1000;
        var item = dice / 1000 % 4 == 0 ? rank * 9 : ((uint)(person % 50) * 180) + (rank * 180 / 1000);
        return new Interaction($"person-{person}", $"item-{item % (Items * 9 / 10)}", "", 1, Now.AddMinutes(-(dice % 100_000)));
    }

    private static uint Mix(uint number)
    {
        unchecked
        {
            number = (number ^ (number >> 16)) * 0x7feb352d;
            number = (number ^ (number >> 15)) * 0x846ca68b;
            return number ^ (number >> 16);
        }
    }

    private static ConditionPredicate Compile(string condition) =>
        ConditionCompiler.Compile(ConditionParser.Parse(JsonElement.Parse(condition)).Condition, SavedGroups.Empty);
}
