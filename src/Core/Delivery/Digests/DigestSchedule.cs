using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery.Digests;

/// <summary>The times at which collected messages are sent, on the person's clock.</summary>
/// <param name="Times">At least one.</param>
/// <param name="Weekdays">Null or empty is every day.</param>
public sealed record DigestSchedule(IReadOnlyList<TimeOnly> Times, IReadOnlyList<DayOfWeek>? Weekdays = null)
{
    /// <summary>Enough for a weekday to come, and for zones at either end of the world.</summary>
    private const int DaysAround = 9;

    /// <summary>The last of the times not after the instant and the first one after it. With several zones a time has come when it has in each.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Around(DateTimeOffset at, RecipientZone zone)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        var sends = Enumerable.Range(-DaysAround, (2 * DaysAround) + 1).Select(today.AddDays)
            .Where(day => Weekdays is not { Count: > 0 } weekdays || weekdays.Contains(day.DayOfWeek))
            .SelectMany(day => Times.Order().Select(time => zone.FirstAtOrAfter(day.ToDateTime(time))))
            .ToList();
        return (sends.FindLast(send => send <= at), sends.Find(send => send > at));
    }
}
