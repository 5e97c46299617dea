namespace PersonalizationEngine.Engine.Retention;

/// <summary>How long each kind is kept. Ranges: 1 day to 10 years; event ids at least 1 day, events at least the longest factor window and a day.</summary>
public sealed record RetentionPolicy(
    TimeSpan Events, TimeSpan EventIds, TimeSpan RefusedEvents, TimeSpan Feedback, TimeSpan ScoreHistory)
{
    public static RetentionPolicy Default { get; } = new(
        TimeSpan.FromDays(400), TimeSpan.FromDays(30), TimeSpan.FromDays(30), TimeSpan.FromDays(400), TimeSpan.FromDays(400));

    /// <summary>Receipts of decisions.</summary>
    public TimeSpan Decisions { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Who changed what; definitions keep their versions beyond it.</summary>
    public TimeSpan Audit { get; init; } = TimeSpan.FromDays(1095);

    public TimeSpan Of(RetainedKind kind) => kind switch
    {
        RetainedKind.Events => Events,
        RetainedKind.EventIds => EventIds,
        RetainedKind.RefusedEvents => RefusedEvents,
        RetainedKind.Feedback => Feedback,
        RetainedKind.Decisions => Decisions,
        // Clocks of processes differ: no playbook goes before the last receipt that names it.
        RetainedKind.Playbooks => Decisions + TimeSpan.FromDays(1),
        RetainedKind.Audit => Audit,
        _ => ScoreHistory,
    };
}
