using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.OwnData;

/// <summary>People who each keep to the even or to the odd items, one a day, the same number each.</summary>
internal static class TwoTastes
{
    private const int Items = 40;

    /// <param name="isReversed">Whether the recommender heard of it all the other way round.</param>
    public static EvaluatedData Of(int people, int met, bool isReversed = false)
    {
        var views = Enumerable.Range(0, people).SelectMany(person => Enumerable.Range(0, met).Select(day =>
            World.View($"p{person}", Item(person, day), met - day + (person / 1000.0))));
        return World.After(isReversed ? views.Reverse() : views)
            .DataToEvaluate([.. Enumerable.Range(0, Items).Select(item => new CatalogueItem { ItemId = $"i{item}", Categories = [$"c{item % 2}"] })]);
    }

    private static string Item(int person, int day) => $"i{((2 * ((person * 7) + (day * 3))) + person) % Items}";
}
