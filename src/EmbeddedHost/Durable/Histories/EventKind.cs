namespace EmbeddedHost.Durable.Histories;

/// <summary>What a line of a history tells. The numbers are in files: they do not change.</summary>
internal enum EventKind
{
    /// <summary>The orchestrator ran at an instant, over the events up to the next decision.</summary>
    Turn = 1,

    ActivityScheduled = 10,
    ActivityCompleted = 11,
    ActivityFailed = 12,

    TimerCreated = 20,
    TimerFired = 21,

    ChildScheduled = 30,
    ChildCompleted = 31,
    ChildFailed = 32,

    EventRaised = 40,
    EventSent = 41,

    Suspended = 50,
    Resumed = 51,
    Terminated = 52,

    /// <summary>A new instance is to begin. Never in a history: its first turn is the beginning.</summary>
    Started = 60,

    /// <summary>The code awaited what is not its context's. Never in a history.</summary>
    Strayed = 61,
}
