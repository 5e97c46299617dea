namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>A range in which a value lies, with the confidence of whoever gives it.</summary>
public readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => Low <= value && value <= High;

    public static Interval Around(double centre, double half) => new(centre - half, centre + half);
}
