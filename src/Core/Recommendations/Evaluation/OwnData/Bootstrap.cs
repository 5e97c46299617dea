using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>
/// How far a mean over people would differ with other people of the same kind: the percentile bootstrap (Efron 1979), 1,000
/// times as many people drawn with repeats. Seeded by their number, so that contenders asked for the same people meet the same
/// draws, and the same figures always give the same interval.
/// </summary>
public static class Bootstrap
{
    /// <summary>An interval from fewer people would be chance's.</summary>
    public const int FewestPeople = 10;

    private const int Resamples = 1000;
    private const double Tail = 0.025;

    /// <summary>One estimate for each measure.</summary>
    /// <param name="measures">Of each measure one value a person, NaN where there is none; all equally long.</param>
    /// <returns>Null for a measure without any value.</returns>
    public static Estimate?[] Estimate(IReadOnlyList<double[]> measures)
    {
        var means = measures.Select(values => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average()).ToArray();
        var people = measures.Count == 0 ? 0 : measures[0].Length;
        if (people < FewestPeople) return [.. means.Select(mean => Of(mean, null, null))];

        var resampled = Resample(measures, people);
        return [.. means.Select((mean, measure) => Of(mean, Percentile(resampled[measure], Tail), Percentile(resampled[measure], 1 - Tail)))];
    }

    private static double[][] Resample(IReadOnlyList<double[]> measures, int people)
    {
        var resampled = measures.Select(_ => new double[Resamples]).ToArray();
        var drawn = new int[people];
        var chance = new SplitMix64(people);
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var place = 0; place < people; place++) drawn[place] = chance.Below(people);
            for (var measure = 0; measure < measures.Count; measure++) resampled[measure][resample] = Mean(measures[measure], drawn);
        }

        foreach (var means in resampled) Array.Sort(means);
        return resampled;
    }

    private static double Mean(double[] values, int[] drawn)
    {
        var (sum, count) = (0.0, 0);
        foreach (var person in drawn)
        {
            if (double.IsNaN(values[person])) continue;
            sum += values[person];
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Nearest rank among those that are numbers, which NaN, sorted first, is not.</summary>
    private static double? Percentile(double[] sorted, double share)
    {
        var first = Array.FindIndex(sorted, static value => !double.IsNaN(value));
        return first < 0 ? null : sorted[first + (int)Math.Round(share * (sorted.Length - 1 - first))];
    }

    private static Estimate? Of(double mean, double? low, double? high) => double.IsNaN(mean) ? null : new Estimate(mean, low, high);
}
