namespace PersonalizationEngine.Engine.Retention;

/// <summary>Kinds of rows that are kept for a time only.</summary>
public enum RetainedKind
{
    /// <summary>Activities of people.</summary>
    Events,

    /// <summary>Ids of events, which make an event count once.</summary>
    EventIds,
    RefusedEvents,

    /// <summary>Impressions and clicks.</summary>
    Feedback,

    /// <summary>Score history; the newest row of each person stays.</summary>
    ScoreHistory,

    /// <summary>Thresholds of scoring models that people crossed; they go with the score history.</summary>
    Crossings,

    /// <summary>Ids that were not joined, since the last time; they go with refused events.</summary>
    RefusedLinks,

    /// <summary>Receipts of decisions.</summary>
    Decisions,

    /// <summary>The playbooks that those receipts name; as old as the newest of them.</summary>
    Playbooks,

    /// <summary>Who was first served which variant when.</summary>
    Exposures,

    /// <summary>The variant each person keeps.</summary>
    Assignments,

    /// <summary>Whom rules with a holdout reached.</summary>
    RuleExposures,

    /// <summary>Goals people reached.</summary>
    Conversions,

    /// <summary>Messages that rules asked for.</summary>
    MessageRequests,

    /// <summary>Messages that were sent, or were not.</summary>
    Deliveries,

    /// <summary>Messages on the website; they go with the deliveries.</summary>
    InboxMessages,

    /// <summary>Windows over which messages were gathered; they go with the deliveries.</summary>
    DigestWindows,

    /// <summary>Keys by which requests count once, with their answers. Each row says when it goes.</summary>
    IdempotencyKeys,

    /// <summary>Messages to customers' endpoints.</summary>
    WebhookMessages,

    /// <summary>Attempts to deliver them; they go with the messages.</summary>
    WebhookAttempts,

    /// <summary>What was decided, by the minute; two days of it are looked at, and kept.</summary>
    DecisionMinutes,

    /// <summary>People by segment and day; they go with the score history.</summary>
    SegmentSizes,

    /// <summary>Who changed what.</summary>
    Audit,
}
