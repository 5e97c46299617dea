using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

/// <summary>Small matrices, given by hand or at random.</summary>
internal static class Histories
{
    public const int ItemCount = 8;

    /// <summary>Up to ten people with some of eight items each, oldest first, one a day.</summary>
    public static readonly Gen<InteractionMatrix> Any =
        Gen.Shuffle(Enumerable.Range(0, ItemCount).ToArray(), 0, ItemCount).Array[0, 10].Select(people => Of(ItemCount, people));

    public static readonly Gen<WeightedItem[]> AnyProfile =
        Gen.Shuffle(Enumerable.Range(0, ItemCount).ToArray(), 1, 4).Select(items =>
            items.Select((item, place) => new WeightedItem(item, 1f / (1 + place))).ToArray());

    /// <summary>People with the items of each, oldest first, one a day, each with weight 1.</summary>
    public static InteractionMatrix Of(int itemCount, params int[][] people)
    {
        var matrix = new InteractionMatrixBuilder();
        foreach (var items in people)
        {
            foreach (var (day, item) in items.Index()) matrix.Add(item, 1, day * 24 * 60);
            matrix.EndPerson();
        }

        return matrix.Build(itemCount);
    }

    /// <summary>What a model says of each item to somebody who met the given one only.</summary>
    public static float[] Said(this IItemModel model, int item, int itemCount) =>
        model.Scored([new WeightedItem(item, 1)], itemCount);

    public static float[] Scored(this IItemModel model, ReadOnlySpan<WeightedItem> profile, int itemCount)
    {
        var scores = new ScoreBuffer();
        scores.Reset(itemCount);
        model.Score(profile, scores);
        return [.. Enumerable.Range(0, itemCount).Select(item => scores[item])];
    }
}
