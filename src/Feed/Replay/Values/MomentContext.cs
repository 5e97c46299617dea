namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>The times of a run: what "now" is in it, and by how much timestamps are moved.</summary>
internal sealed class MomentContext(DateTimeOffset now, TimeSpan shift)
{
    public DateTimeOffset Now => now;

    /// <summary>The latest timestamp of an event so far, before it was moved.</summary>
    public DateTimeOffset? Newest { get; private set; }

    /// <summary>Moved by the shift of the run, though not out of the calendar.</summary>
    public DateTimeOffset Moved(DateTimeOffset instant) =>
        new(Math.Clamp(instant.UtcTicks + shift.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    public void Observe(DateTimeOffset instant)
    {
        if (!(instant <= Newest)) Newest = instant;
    }
}
