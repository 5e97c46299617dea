namespace PersonalizationEngine.Core.Delivery.Campaigns;

/// <summary>When a campaign goes out, on a clock on the wall.</summary>
/// <param name="At">The first time, by that clock.</param>
/// <param name="Zone">Whose clock; null for each recipient's own.</param>
/// <param name="Repeat">How often after it.</param>
/// <param name="Until">No time after it, by the same clock; null for no end.</param>
public sealed record CampaignSchedule(DateTime At, TimeZoneInfo? Zone, Repetition Repeat, DateTime? Until)
{
    /// <summary>East of all others, Kiribati: there any local time comes first.</summary>
    private static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);

    /// <summary>The local time of a run, 0 for the first; null when the schedule has ended by then.</summary>
    public DateTime? LocalTime(long occurrence)
    {
        if (occurrence > 0 && Repeat == Repetition.None) return null;
        if (occurrence > 4_000) return null;
        var count = (int)occurrence;
        var local = Repeat switch
        {
            Repetition.Daily => At.AddDays(count),
            Repetition.Weekly => At.AddDays(7 * count),
            // From the first time each, so that the 31st comes back after February.
            Repetition.Monthly => At.AddMonths(count),
            _ => At,
        };
        return local > Until ? null : local;
    }

    /// <summary>When a run must have its audience: with recipients' clocks, when the local time comes where it comes first.</summary>
    /// <param name="local">From <see cref="LocalTime"/>.</param>
    public DateTimeOffset StartsAt(DateTime local) => Zone is null ? new DateTimeOffset(local, TimeSpan.Zero) - Easternmost : InstantOf(local, Zone);

    /// <summary>
    /// The instant at which a wall clock shows a time: the first of two where clocks are set back, and as much later as
    /// they are set forward where they skip it.
    /// </summary>
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        // For a time that is skipped, the offset is the one from before.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
