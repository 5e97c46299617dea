using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>
/// Click-through for pages that people look at: the same figures as <see cref="ReportClickThrough"/>, which goes through every impression of the
/// window. So a reading is kept for a minute, goes on whoever leaves, and nobody waits longer for it than <see cref="Patience"/>.
/// </summary>
public sealed class WatchClickThrough(ReportClickThrough report, CompareWithPopular comparison, IFeedbackStore store, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(1), Patience = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<TimeSpan, Reading> _readings = new();

    /// <param name="window">One of a few: each is kept by itself.</param>
    /// <returns>Up to a minute old, older while it is being counted anew; null while it is counted for the first time.</returns>
    public async Task<ClickThroughView?> RunAsync(TimeSpan window, CancellationToken cancellationToken)
    {
        var reading = _readings.AddOrUpdate(
            window, key => new Reading(ReadAsync(key), null, time.GetUtcNow()),
            (key, known) => !known.IsOver || time.GetUtcNow() - known.At < Kept && !known.HasFailed ? known : new Reading(ReadAsync(key), known.Last, time.GetUtcNow()));
        try
        {
            return await reading.Now.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return reading.Before;
        }
    }

    private async Task<ClickThroughView> ReadAsync(TimeSpan window)
    {
        // Away from whoever asks: a store that works synchronously would hold them up.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var patience = new CancellationTokenSource(Longest, time);
        var told = await report.RunAsync(window, patience.Token);
        var compared = await comparison.RunAsync(window, patience.Token);
        var days = await store.CountByDayAsync(new DateTimeOffset(told.From.UtcDateTime.Date, TimeSpan.Zero), patience.Token);
        return new ClickThroughView(told, compared, days);
    }

    private sealed record Reading(Task<ClickThroughView> Now, ClickThroughView? Before, DateTimeOffset At)
    {
        public bool IsOver => Now.IsCompleted;

        public bool HasFailed => IsOver && !Now.IsCompletedSuccessfully;

        public ClickThroughView? Last => Now.IsCompletedSuccessfully ? Now.GetAwaiter().GetResult() : Before;
    }
}
