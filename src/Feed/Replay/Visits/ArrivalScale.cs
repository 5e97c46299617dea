using PersonalizationEngine.Feed.Replay.Values;

namespace PersonalizationEngine.Feed.Replay.Visits;

/// <summary>When a row without a date came in, by a number that rises with each one: <c>arrival:</c> in a mapping.</summary>
/// <param name="From">The number of the first, who came <paramref name="FirstDaysAgo"/> days ago.</param>
/// <param name="To">The number of the last, above <paramref name="From"/>, who came <paramref name="LastDaysAgo"/> days ago.</param>
internal sealed record ArrivalScale(TextTemplate Number, double From, double To, double FirstDaysAgo, double LastDaysAgo)
{
    /// <summary>On a straight line between the two; beyond them as there.</summary>
    public double DaysAgo(double number) => FirstDaysAgo + ((LastDaysAgo - FirstDaysAgo) * Math.Clamp((number - From) / (To - From), 0, 1));
}
