using System.Runtime.InteropServices;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>
/// The same data with people and items numbered by what is known of them, not by who came first: samples and splits go by numbers,
/// and a restart, which meets people in another order, should not change a figure.
/// </summary>
internal static class SettledOrder
{
    public static EvaluatedData Of(EvaluatedData data)
    {
        var items = Enumerable.Range(0, data.ItemIds.Count).OrderBy(item => data.ItemIds[item], StringComparer.Ordinal).ToArray();
        var numbers = new int[items.Length];
        for (var place = 0; place < items.Length; place++) numbers[items[place]] = place;

        return new EvaluatedData(
            Renumbered(data.Histories, numbers),
            [.. items.Select(item => data.ItemIds[item])],
            [.. data.Catalogue.OrderBy(item => item.ItemId, StringComparer.Ordinal)]);
    }

    /// <summary>People by a hash of their histories; who has none is left out. Those of one hash are next to certainly alike.</summary>
    private static InteractionMatrix Renumbered(InteractionMatrix histories, int[] numbers)
    {
        var settled = new InteractionMatrixBuilder(histories.PersonCount);
        var people = Enumerable.Range(0, histories.PersonCount)
            .Where(person => histories.ItemsOf(person).Length > 0)
            .Select(person => (Person: person, Hash: HashOf(histories, person, numbers)))
            .OrderBy(each => each.Hash.First)
            .ThenBy(each => each.Hash.Second);
        foreach (var (person, _) in people)
        {
            var items = histories.ItemsOf(person);
            for (var place = 0; place < items.Length; place++)
                settled.Add(numbers[items[place]], histories.WeightsOf(person)[place], histories.MinutesOf(person)[place]);
            settled.EndPerson();
        }

        return settled.Build(numbers.Length);
    }

    private static (uint First, uint Second) HashOf(InteractionMatrix histories, int person, int[] numbers)
    {
        int[] items = [.. histories.ItemsOf(person).ToArray().Select(item => numbers[item])];
        return (
            Fnv1a.Continue(Fnv1a.OffsetBasis, MemoryMarshal.AsBytes(items.AsSpan())),
            Fnv1a.Continue(Fnv1a.OffsetBasis, MemoryMarshal.AsBytes(histories.MinutesOf(person))));
    }
}
