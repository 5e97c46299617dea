namespace PersonalizationEngine.Engine.Leads.Timeline;

/// <summary>Where a timeline goes on: with what is older than this event.</summary>
public sealed record TimelinePlace(DateTimeOffset At, long Id)
{
    public static TimelinePlace Of(PersonEvent last) => new(last.At, last.Id);
}
