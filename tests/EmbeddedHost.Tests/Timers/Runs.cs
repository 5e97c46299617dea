using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Timers;

/// <summary>What timer functions were given.</summary>
public sealed class Runs
{
    private readonly ConcurrentQueue<Run> _runs = [];

    public IReadOnlyList<Run> All => [.. _runs];

    public IEnumerable<string> Times => _runs.Select(run => run.At);

    public void Add(TimeProvider clock, TimerInfo timer) => _runs.Enqueue(new Run(
        clock.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture), timer.IsPastDue, timer.ScheduleStatus));
}
