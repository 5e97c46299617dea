using System.Diagnostics;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>
/// What this process did since somebody last took the counts. On the hot path: a decision is one addition, into the cell of its
/// outcome and its time, and so is a request.
/// </summary>
public sealed class MinuteCounts
{
    private readonly long[] _cells = new long[DecisionOutcomes.Count * 2 * LatencyBuckets.Count];
    private long _requests, _failed, _lostBefore = LostExposures.SoFar;

    /// <param name="started">Of <see cref="Stopwatch"/>.</param>
    public void Note(long started, Decision decision, in AnswerSources sources)
    {
        var (took, outcome) = (Stopwatch.GetElapsedTime(started), DecisionOutcomes.Of(decision, sources));
        Note(took, outcome, sources.IsDegraded);
        if (DecisionFigures.AreWanted) DecisionFigures.Note(took, outcome, sources);
    }

    public void Note(TimeSpan took, DecisionOutcome outcome, bool isDegraded) => Interlocked.Increment(
        ref _cells[CellOf(outcome, isDegraded) + LatencyBuckets.IndexOf(took.Ticks / TimeSpan.TicksPerMicrosecond)]);

    /// <summary>A request over HTTP, whatever becomes of it.</summary>
    public void NoteRequest() => Interlocked.Increment(ref _requests);

    /// <summary>A request that was answered with 500 or above because something failed.</summary>
    public void NoteFailed() => Interlocked.Increment(ref _failed);

    /// <summary>All counts since the last time, which begin anew. Not for two at a time.</summary>
    public TakenCounts Take()
    {
        var latency = new long[LatencyBuckets.Count];
        Span<long> outcomes = stackalloc long[DecisionOutcomes.Count];
        long degraded = 0;
        for (var i = 0; i < _cells.Length; i++)
        {
            if (Volatile.Read(ref _cells[i]) == 0) continue;
            var count = Interlocked.Exchange(ref _cells[i], 0);
            var group = i / LatencyBuckets.Count;
            latency[i % LatencyBuckets.Count] += count;
            outcomes[group / 2] += count;
            if (group % 2 == 1) degraded += count;
        }

        var lost = LostExposures.SoFar;
        var since = lost - Interlocked.Exchange(ref _lostBefore, lost);
        return new TakenCounts(
            LatencyHistogram.Of(latency), degraded, outcomes[(int)DecisionOutcome.Stranger], outcomes[(int)DecisionOutcome.HeldOut],
            outcomes[(int)DecisionOutcome.Fallback], Interlocked.Exchange(ref _requests, 0), Interlocked.Exchange(ref _failed, 0), since);
    }

    private static int CellOf(DecisionOutcome outcome, bool isDegraded) => (((int)outcome * 2) + (isDegraded ? 1 : 0)) * LatencyBuckets.Count;
}
