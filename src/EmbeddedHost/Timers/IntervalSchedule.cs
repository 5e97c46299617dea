namespace EmbeddedHost.Timers;

/// <summary>A constant time from the start of one run to the start of the next.</summary>
internal sealed class IntervalSchedule(TimeSpan interval) : TimerSchedule
{
    public override DateTime? Next(DateTime after) => after > DateTime.MaxValue - interval ? null : after + interval;
}
