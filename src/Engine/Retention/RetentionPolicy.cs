namespace PersonalizationEngine.Engine.Retention;

/// <summary>How long each kind is kept. Ranges: 1 day to 10 years; event ids at least 1 day, events at least the longest factor window and a day.</summary>
public sealed record RetentionPolicy(
    TimeSpan Events, TimeSpan EventIds, TimeSpan RefusedEvents, TimeSpan Feedback, TimeSpan ScoreHistory)
{
    public static RetentionPolicy Default { get; } = new(
        TimeSpan.FromDays(400), TimeSpan.FromDays(30), TimeSpan.FromDays(30), TimeSpan.FromDays(400), TimeSpan.FromDays(400));

    /// <summary>Receipts of decisions.</summary>
    public TimeSpan Decisions { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Long enough to tell of an experiment of two years ago. Default 730 days.</summary>
    public TimeSpan Exposures { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Whose is gone may be served another variant of an experiment that still runs. Default 730 days.</summary>
    public TimeSpan Assignments { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Default 730 days.</summary>
    public TimeSpan RuleExposures { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Default 1,095 days.</summary>
    public TimeSpan Conversions { get; init; } = TimeSpan.FromDays(1095);

    /// <summary>At least as long as the longest time after which a rule asks again. Default 400 days.</summary>
    public TimeSpan MessageRequests { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Default 400 days.</summary>
    public TimeSpan Deliveries { get; init; } = TimeSpan.FromDays(400);

    /// <summary>So long a customer can be sent what they missed. Default 30 days.</summary>
    public TimeSpan WebhookMessages { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Default 1,095 days.</summary>
    public TimeSpan Audit { get; init; } = TimeSpan.FromDays(1095);

    /// <summary>Who was not heard of for so long is erased, unless the CDP lists them. 0, the default, erases nobody.</summary>
    public TimeSpan InactivePeople { get; init; } = TimeSpan.Zero;

    private static readonly TimeSpan DecisionMinutes = TimeSpan.FromDays(2);

    public TimeSpan Of(RetainedKind kind) => kind switch
    {
        RetainedKind.Events => Events,
        RetainedKind.EventIds => EventIds,
        RetainedKind.RefusedEvents => RefusedEvents,
        RetainedKind.Feedback => Feedback,
        RetainedKind.RefusedLinks => RefusedEvents,
        RetainedKind.ScoreHistory or RetainedKind.Crossings or RetainedKind.SegmentSizes => ScoreHistory,
        RetainedKind.Exposures => Exposures,
        RetainedKind.Assignments => Assignments,
        RetainedKind.RuleExposures => RuleExposures,
        RetainedKind.Conversions => Conversions,
        RetainedKind.MessageRequests => MessageRequests,
        RetainedKind.Deliveries or RetainedKind.InboxMessages or RetainedKind.DigestWindows => Deliveries,
        RetainedKind.WebhookMessages or RetainedKind.WebhookAttempts => WebhookMessages,
        RetainedKind.Decisions => Decisions,
        RetainedKind.DecisionMinutes => DecisionMinutes,
        // Clocks of processes differ: no playbook goes before the last receipt that names it.
        RetainedKind.Playbooks => Decisions + TimeSpan.FromDays(1),
        // Their time is a promise to clients and stands in the row.
        RetainedKind.IdempotencyKeys => TimeSpan.Zero,
        _ => Audit,
    };
}
