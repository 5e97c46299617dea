using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>Small worlds with everything in them: hidden, expired, future and new items, sessions, unknown people.</summary>
internal static class Generate
{
    private static readonly Gen<string> ItemId = Gen.Int[0, 24].Select(number => $"i{number}");
    private static readonly Gen<string> PersonId = Gen.Int[0, 5].Select(number => number == 0 ? "" : $"p{number}");
    private static readonly Gen<string> Category = Gen.Int[0, 2].Select(number => $"Category {number}");
    private static readonly Gen<DateTimeOffset> Instant = Gen.Double[-3, 60].Select(days => World.Now.AddDays(-days));

    private static readonly Gen<DateTimeOffset?> Publication =
        Gen.Frequency((2, Gen.Const((DateTimeOffset?)null)), (3, Instant.Select(at => (DateTimeOffset?)at)));

    private static readonly Gen<DateTimeOffset?> Expiry =
        Gen.Frequency((5, Gen.Const((DateTimeOffset?)null)), (1, Instant.Select(at => (DateTimeOffset?)at)));

    private static readonly Gen<CatalogueItem> CatalogueItem = Gen.Select(
        Category.Array[0, 2], Category.Array[0, 2], Gen.Int[0, 9], Publication, Expiry,
        (categories, tags, dice, published, expires) => new CatalogueItem
        {
            ItemId = "",
            Title = dice < 5 ? $"Title {dice}" : null,
            Categories = categories,
            Tags = tags,
            Hidden = dice == 9,
            Attributes = new AttributeMap([KeyValuePair.Create("dice", (AttributeValue)dice)]),
            PublishedAt = published,
            ExpiresAt = expires,
        });

    public static readonly Gen<Interaction> Interaction = Gen.Select(
        PersonId, ItemId, Gen.Int[0, 8], Gen.Int[1, 3], Gen.Double[0, 60],
        (person, item, session, weight, days) =>
            World.View(person, item, days, session < 3 ? $"s{session}" : "", weight) with { IsPurchase = weight == 3 });

    public static readonly Gen<World> AnyWorld = Gen.Select(
        CatalogueItem.Array[0, 25], Interaction.Array[0, 120],
        (items, interactions) =>
            new World([.. items.Select((item, number) => item with { ItemId = $"i{number + 10}" })], interactions));

    public static readonly Gen<RecommendationQuery> Query = Gen.Select(
        Gen.Select(PersonId, ItemId, ItemId.Array[0, 3], ItemId.Array[0, 3]),
        Gen.Select(Category.Array[0, 2], Gen.Int[1, 20], Gen.Enum<LeaveOut>(), Gen.Bool),
        (who, what) => new RecommendationQuery
        {
            Instant = World.Now,
            PersonId = who.Item1,
            CurrentItemId = what.Item4 ? who.Item2 : null,
            SessionItemIds = what.Item4 ? who.Item3 : [],
            ExcludeIds = who.Item4,
            Categories = what.Item1,
            CategoryMatch = what.Item2 % 2 == 0 ? CategoryMatch.Any : CategoryMatch.All,
            Limit = what.Item2,
            LeaveOut = what.Item3,
        });

    /// <summary>Queries that ask for everything there is, with what their filters let through.</summary>
    public static readonly Gen<FilteredQuery> FilteredQuery = Gen.Select(
        Gen.Select(Query, Gen.Int[0, 9], Gen.Int[0, 9], Gen.Double[0.1, 10]),
        Gen.Select(ItemId.Array[0, 3], Gen.Int[1, 4].Nullable(), Gen.Double[0, 1], Gen.Int[1, 12]),
        (asked, list) =>
        {
            ConditionPredicate holds = item => item["dice"].Kind != AttributeKind.Number || item["dice"].Number <= asked.Item2;
            ConditionPredicate boosted = item => item["dice"] == asked.Item3;
            return new FilteredQuery(holds, asked.Item1 with
            {
                Filter = new ItemCondition(holds),
                Boosts = [new ScoreBoost(new ItemCondition(boosted), asked.Item4)],
                Pinned = [.. list.Item1.Distinct().Select((id, place) => new PinnedItem(id, place == 2 ? null : (3 * place) + list.Item4))],
                PerCategory = list.Item2,
                Diversity = list.Item3,
            });
        });
}
