using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>
/// Stores a fresh score for everybody whose stored one may be out of date. Each page is stored before the next is read, and who
/// was scored is no longer due: a run that is cut off is simply continued by the next one.
/// </summary>
public sealed partial class RescoreChangedPeople(ILeadScores scores, MeasureLead measure, TimeProvider time, ILogger<RescoreChangedPeople> logger)
{
    public const string JobName = "RescoreChangedPeople";

    private const int PageSize = 2000, FailuresInARow = 20;

    /// <returns>How many people were scored.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunFigures.OfRescoringAsync(() => RescoreAsync(cancellationToken));

    private async Task<int> RescoreAsync(CancellationToken cancellationToken)
    {
        var dueAt = time.GetUtcNow();
        var scored = 0;
        var last = "";
        IReadOnlyList<string> page;
        do
        {
            page = await scores.DueAsync(dueAt, last, PageSize, cancellationToken);
            var fresh = await MeasureAsync(page, cancellationToken);
            if (fresh.Count > 0) await scores.SaveAsync(fresh, cancellationToken);
            scored += fresh.Count;
            last = page.Count > 0 ? page[^1] : last;
        }
        while (page.Count == PageSize);
        return scored;
    }

    private async Task<IReadOnlyList<PersonScore>> MeasureAsync(IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0) return [];
        try
        {
            return await measure.RunAsync(people, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await MeasureOneByOneAsync(people, exception, cancellationToken);
        }
    }

    /// <summary>One person who cannot be read must not keep the others from being scored.</summary>
    /// <exception cref="Exception">Nobody could be read: then it is not about one person.</exception>
    private async Task<List<PersonScore>> MeasureOneByOneAsync(
        IReadOnlyList<string> people, Exception fault, CancellationToken cancellationToken)
    {
        var measured = new List<PersonScore>(people.Count);
        var failed = 0;
        foreach (var person in people)
        {
            try
            {
                measured.Add(new PersonScore(person, (await measure.RunAsync(person, cancellationToken)).Score));
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Log.NotMeasured(logger, exception);
                if (++failed >= FailuresInARow && measured.Count == 0) throw new InvalidOperationException("Nobody can be measured.", fault);
            }
        }

        return measured.Count > 0 ? measured : throw new InvalidOperationException("Nobody can be measured.", fault);
    }

    private static partial class Log
    {
        [LoggerMessage(162, LogLevel.Error, "Somebody could not be measured and keeps the score there is.")]
        public static partial void NotMeasured(ILogger logger, Exception exception);
    }
}
