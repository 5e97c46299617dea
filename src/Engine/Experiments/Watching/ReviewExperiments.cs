using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments.Watching;

/// <summary>
/// Looks after running experiments: pauses one whose guardrail is harmed, and moves newcomers of a bandit to what does best. The
/// guardrails are judged by intervals that are right at every look, for it looks all the time.
/// </summary>
public sealed partial class ReviewExperiments(
    IDefinitions<Experiment> experiments,
    OwnEdits edits,
    IExperimentHistory history,
    ReportResults results,
    NewsOfPlaybook news,
    TimeProvider time,
    ILogger<ReviewExperiments> logger)
{
    public const string JobName = "ReviewExperiments";

    /// <summary>A bandit's weights stay so long at least: each change is a row of history and news to all processes.</summary>
    public static readonly TimeSpan BetweenWeights = TimeSpan.FromMinutes(55);

    private const int PageSize = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long after = 0;
        IReadOnlyList<Stored<Experiment>> page;
        do
        {
            page = await experiments.ListAsync(after, PageSize, cancellationToken);
            foreach (var stored in page.Where(stored => IsWatched(stored.Value))) await ReviewAsync(stored, cancellationToken);
            after = page.Count == 0 ? after : page[^1].Id;
        }
        while (page.Count == PageSize);
    }

    private static bool IsWatched(Experiment experiment) =>
        experiment.Status == ExperimentStatus.Running && (experiment.Measures.IsBandit || experiment.Measures.Guardrails.Any());

    /// <summary>What goes wrong with one must not keep the others from being looked after.</summary>
    private async Task ReviewAsync(Stored<Experiment> stored, CancellationToken cancellationToken)
    {
        try
        {
            var comparisons = Math.Max(1, stored.Value.Measures.Guardrails.Count() * (stored.Value.Variants.Count - 1));
            var report = await results.RunAsync(
                stored.Value with { Id = stored.Id },
                ResultQuestion.Usual with { Alpha = GuardrailBreach.Alpha / comparisons, Before = TimeSpan.Zero }, cancellationToken);
            if (GuardrailBreach.Find(report, time.GetUtcNow()) is { } stop) await PauseAsync(stored, stop, cancellationToken);
            else if (stored.Value.Measures.IsBandit) await MoveAsync(stored, report, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotReviewed(logger, stored.Value.Key, exception);
        }
    }

    /// <summary>Somebody who changed it just now is left to finish; the next look comes soon.</summary>
    private async Task PauseAsync(Stored<Experiment> stored, GuardrailStop stop, CancellationToken cancellationToken)
    {
        var paused = stored.Value with { Status = ExperimentStatus.Paused };
        var edit = await edits.OfAsync(stored, paused, stop.At, stop.Reason, cancellationToken);
        if (await experiments.ReplaceAsync(stored.Id, stored.Version, paused, edit, cancellationToken) is null) return;
        await history.AddStopAsync(stored.Id, stop, CancellationToken.None);
        await news.SpreadAsync();
        Log.Paused(logger, stored.Value.Key, stop.Reason);
    }

    private async Task MoveAsync(Stored<Experiment> stored, TrialReport report, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (report.Weights.Count > 0 && now - report.Weights[^1].At < BetweenWeights) return;
        if (stored.Value.Measures.Deciding is not { } deciding) return;
        var arms = report.Metrics.First(metric => metric.Metric.Key == deciding.Key).Arms;
        if (BanditWeights.Of(deciding, [.. arms.Select(arm => arm.Now)]) is not { } weights) return;

        var moved = stored.Value with { Variants = [.. stored.Value.Variants.Select((variant, arm) => variant with { Weight = weights[arm] })] };
        var edit = await edits.OfAsync(stored, moved, now, "The bandit moves newcomers to what does best.", cancellationToken);
        if (await experiments.ReplaceAsync(stored.Id, stored.Version, moved, edit, cancellationToken) is null) return;
        if (report.Weights.Count == 0)
        {
            var first = stored.Value.Variants.Select(variant => variant.Weight).ToList();
            await history.AddWeightsAsync(stored.Id, new WeightChange(report.From ?? stored.CreatedAt, first), CancellationToken.None);
        }

        await history.AddWeightsAsync(stored.Id, new WeightChange(now, weights), CancellationToken.None);
        await news.SpreadAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(371, LogLevel.Warning, "Experiment {Key} was paused by itself. {Reason}")]
        public static partial void Paused(ILogger logger, string key, string reason);

        [LoggerMessage(372, LogLevel.Error, "Experiment {Key} could not be looked after.")]
        public static partial void NotReviewed(ILogger logger, string key, Exception exception);
    }
}
