namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>What one process did in one stretch of time.</summary>
/// <param name="Minutes">How long it is: <see cref="OneMinute"/> or <see cref="TenMinutes"/>.</param>
/// <param name="StartsAt">A whole multiple of its length.</param>
public sealed record CountedSpan(int Minutes, DateTimeOffset StartsAt, string Process, TakenCounts Counts)
{
    /// <summary>For the last hour, and for the last day: with many processes a day by the minute would be too many rows to look at.</summary>
    public const int OneMinute = 1, TenMinutes = 10;

    /// <summary>When the stretch began in which an instant lies.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset at, int minutes)
    {
        var length = TimeSpan.FromMinutes(minutes).Ticks;
        return new DateTimeOffset(at.UtcTicks - (at.UtcTicks % length), TimeSpan.Zero);
    }
}
