namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>Whole minutes since 1970; four bytes that last until the year 6053, beyond which time stands still.</summary>
internal static class UnixMinutes
{
    public static int Of(DateTimeOffset instant) => Of(instant.UtcTicks);

    /// <param name="utcTicks">As <see cref="DateTimeOffset.UtcTicks"/>.</param>
    public static int Of(long utcTicks) =>
        int.CreateSaturating(Math.Floor((utcTicks - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMinute));
}
