using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations.Evaluation;

/// <summary>
/// Evaluates the recommender on what it has learnt, one evaluation at a time: each needs as much memory as a second recommender.
/// The last result of this process is kept, for whoever asked and did not stay.
/// </summary>
public sealed class EvaluateRecommender(IRecommenderEvaluation recommender, TimeProvider time)
{
    private volatile EvaluationRun? _last;
    private int _isRunning;

    /// <summary>Null before the first one has ended.</summary>
    public EvaluationRun? Last => _last;

    /// <summary>Starts on a thread of its own, which goes on whoever waits for it, and ends with the process.</summary>
    /// <returns>Null when one is running already.</returns>
    public Task<EvaluationRun>? TryStart(OwnDataOptions options) => Interlocked.Exchange(ref _isRunning, 1) == 1
        ? null
        : Task.Factory.StartNew(() => Run(options), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private EvaluationRun Run(OwnDataOptions options)
    {
        try
        {
            var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
            var report = recommender.Evaluate(options);
            return _last = new EvaluationRun(at, time.GetElapsedTime(started), report);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
