namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>How much a person's items mean as of an instant: the event weight, half of it after each half-life.</summary>
public static class Affinity
{
    /// <param name="weight">The event weight, above 0.</param>
    /// <param name="minute">When the item was met, in minutes since 1970.</param>
    /// <param name="nowMinute">The instant; what is met after it is not enlarged.</param>
    public static float Of(float weight, int minute, int nowMinute, TimeSpan halfLife) =>
        weight * MathF.Pow(2, -(float)(Math.Max(0, nowMinute - minute) / halfLife.TotalMinutes));

    /// <summary>Writes a person's whole history, oldest first, as a profile.</summary>
    /// <param name="profile">As long as the history.</param>
    public static void Write(InteractionMatrix matrix, int person, int nowMinute, TimeSpan halfLife, Span<WeightedItem> profile)
    {
        var items = matrix.ItemsOf(person);
        var weights = matrix.WeightsOf(person);
        var minutes = matrix.MinutesOf(person);
        for (var index = 0; index < items.Length; index++)
            profile[index] = new WeightedItem(items[index], Of(weights[index], minutes[index], nowMinute, halfLife));
    }
}
