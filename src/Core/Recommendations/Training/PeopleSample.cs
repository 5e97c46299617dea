using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Some people instead of all, always the same.</summary>
internal static class PeopleSample
{
    // Places next to each other in Fibonacci hashing (Knuth, 6.4) lie far apart: a sample without a pattern.
    private const uint GoldenRatio = 2654435769;

    /// <summary>Where the person stands among all, who are spread evenly.</summary>
    public static uint PlaceOf(int person) => unchecked((uint)person * GoldenRatio);

    /// <summary>The whole histories of about as many people as have so many pairs together; all, where there are no more pairs.</summary>
    public static InteractionMatrix Of(InteractionMatrix matrix, int mostPairs)
    {
        if (matrix.PairCount <= mostPairs) return matrix;
        var share = (double)mostPairs / matrix.PairCount;
        var sample = new InteractionMatrixBuilder((int)(matrix.PersonCount * share), mostPairs);
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            if (PlaceOf(person) > share * uint.MaxValue) continue;
            sample.AddRange(matrix.ItemsOf(person), matrix.WeightsOf(person), matrix.MinutesOf(person));
            sample.EndPerson();
        }

        return sample.Build(matrix.ItemCount);
    }
}
