using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Overview;

/// <summary>What all processes wrote down of the work behind decisions.</summary>
/// <param name="Syncs">How far each synchronisation that is switched on has come; what was never done counts from the start of this process.</param>
/// <param name="Timers">When each last ran to its end, likewise.</param>
/// <param name="Backlog">Null before the first count.</param>
/// <param name="Mismatches">Keys of experiments whose variants have sizes that cannot be chance.</param>
/// <param name="GivenUpLately">Of the dead letters, those of the last hour.</param>
public sealed record StandingNow(
    IReadOnlyList<SyncNow> Syncs, IReadOnlyList<TimerNow> Timers, Backlog? Backlog, IReadOnlySet<string> Mismatches, long DeadLetters, long GivenUpLately);

/// <param name="UpTo">All that happened until then is taken over.</param>
/// <param name="IsKnown">False where it never ran to its end.</param>
public sealed record SyncNow(string Name, DateTimeOffset UpTo, bool IsKnown);

/// <param name="LastAt">When it last ran to its end.</param>
/// <param name="Interval">The longest time between two occurrences.</param>
public sealed record TimerNow(string Name, DateTimeOffset LastAt, TimeSpan Interval, bool IsKnown);
