using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>How many people met each item.</summary>
public sealed class ItemFame
{
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly int _everybody;

    public ItemFame(InteractionMatrix histories, IReadOnlyList<string> itemIds)
    {
        for (var person = 0; person < histories.PersonCount; person++)
        {
            var items = histories.ItemsOf(person);
            if (items.Length > 0) _everybody++;
            foreach (var item in items) _people[itemIds[item]] = _people.GetValueOrDefault(itemIds[item]) + 1;
        }
    }

    /// <summary>Mean over the list of -log2 of the share of people who met the item; null for an empty list.</summary>
    public double? Novelty(IReadOnlyList<string> list)
    {
        var sum = 0.0;
        foreach (var itemId in list) sum -= Math.Log2((double)_people.GetValueOrDefault(itemId, 1) / _everybody);
        return list.Count == 0 ? null : sum / list.Count;
    }
}
