using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery.Digests;

/// <summary>How messages of a topic are collected: for a time from the first one on, or until set times of the person's day.</summary>
public sealed record DigestRule
{
    private DigestRule(TimeSpan length, DigestSchedule? schedule) => (Length, Schedule) = (length, schedule);

    /// <summary>Zero with a schedule.</summary>
    public TimeSpan Length { get; }

    public DigestSchedule? Schedule { get; }

    /// <param name="length">1 second to 30 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is outside of it.</exception>
    public static DigestRule For(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, TimeSpan.FromDays(30));
        return new DigestRule(length, null);
    }

    /// <exception cref="ArgumentException">The schedule has no times.</exception>
    public static DigestRule At(DigestSchedule schedule) =>
        schedule.Times.Count > 0
        ? new DigestRule(default, schedule)
        : throw new ArgumentException("A schedule needs at least one time.", nameof(schedule));

    /// <summary>
    /// The window a message belongs to: the newest one of the person and topic while it lasts, else a new one, which begins with
    /// the full second it was opened in. Asked twice with the same newest window it is the same, in every second of its length.
    /// </summary>
    /// <param name="at">When the message was taken in, not when it happened.</param>
    /// <param name="newest">The window of the person and topic with the highest number; null if there was none.</param>
    /// <param name="zone">Whose clock a schedule goes by.</param>
    public DigestWindow WindowOf(string personId, string topic, DateTimeOffset at, DigestWindow? newest, RecipientZone zone)
    {
        if (newest is not null && at < newest.End) return newest;
        var utc = at.ToUniversalTime();
        if (Schedule is not null)
        {
            var (start, end) = Schedule.Around(utc, zone);
            // What was collected before by another rule is not collected again.
            return new DigestWindow(personId, topic, newest?.End > start ? newest.End : start, end, Math.Max(end.ToUnixTimeSeconds(), (newest?.Number ?? 0) + 1));
        }

        var opened = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
        if (newest?.End > opened) opened = newest.End;
        return new DigestWindow(personId, topic, opened, opened + Length, (newest?.Number ?? 0) + 1);
    }
}
