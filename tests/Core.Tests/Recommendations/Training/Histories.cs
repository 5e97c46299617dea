using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Training;

/// <summary>Histories made up so that what is best is known.</summary>
internal static class Histories
{
    /// <summary>Of as many tastes as wanted; people walk through the items of theirs in their own order, one a minute.</summary>
    public static InteractionMatrix OfTastes(int people, int tastes, int itemsOfTaste, int length, bool hasTimes = true)
    {
        var matrix = new InteractionMatrixBuilder(people);
        for (var person = 0; person < people; person++)
        {
            var chance = new Random(person);
            int[] items = [.. Enumerable.Range(0, itemsOfTaste)];
            chance.Shuffle(items);
            for (var step = 0; step < length; step++)
                matrix.Add((person % tastes * itemsOfTaste) + items[step], 1, hasTimes ? (person * 10) + step : 0);
            matrix.EndPerson();
        }

        return matrix.Build(tastes * itemsOfTaste);
    }
}
