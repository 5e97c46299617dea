using PersonalizationEngine.Feed.Demo.Catalogue;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>
/// Picks what one person reads next. A choice wanders with the crowd, or stays with the category just read, or follows the
/// person's taste; within a category it weighs popularity, the tribe's fondness, the person's own and how new the item is.
/// </summary>
internal sealed class ItemChooser
{
    private const double ChanceOfStaying = 0.3;
    private const double WeightOfSeen = 0.12;
    private const double DaysNew = 14;

    private readonly IReadOnlyList<Item> _items;
    private readonly Taste _taste;
    private readonly Dice _dice;
    private readonly double[] _fondness;
    private readonly bool[] _seen;
    private int? _lastCategory;

    /// <param name="tribeFondness">For each item, how much the tribe likes it beyond its category, 1 being neither way.</param>
    public ItemChooser(IReadOnlyList<Item> items, IReadOnlyList<double> tribeFondness, Taste taste, Dice dice)
    {
        (_items, _taste, _dice, _seen) = (items, taste, dice, new bool[items.Count]);
        _fondness =
            [.. items.Select((item, index) => tribeFondness[index] * taste.Formats[item.Format] * dice.LogNormal(1, 0.5))];
    }

    /// <returns>Null where nothing is open to read.</returns>
    public Item? Next(DateTimeOffset at)
    {
        var wanders = _dice.Chance(_taste.Wandering);
        var stays = !wanders && _lastCategory is not null && _dice.Chance(ChanceOfStaying);
        var category = wanders ? (int?)null : stays ? _lastCategory : _dice.Weighted([.. _taste.Categories]);
        var weights = new double[_items.Count];
        var sum = 0.0;
        for (var index = 0; index < weights.Length; index++) sum += weights[index] = Weight(index, category, at);
        if (sum <= 0) return null;

        var chosen = _dice.Weighted(weights);
        _seen[chosen] = true;
        _lastCategory = _items[chosen].Category;
        return _items[chosen];
    }

    private double Weight(int index, int? category, DateTimeOffset at)
    {
        var item = _items[index];
        if ((category is not null && item.Category != category) || !item.IsOpenAt(at)) return 0;
        var weight = item.Popularity * (1 + Math.Exp(-item.AgeInDaysAt(at) / DaysNew));
        if (_seen[index]) weight *= WeightOfSeen;
        return category is null ? weight : weight * _fondness[index];
    }
}
