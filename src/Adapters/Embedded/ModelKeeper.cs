using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;
using PersonalizationEngine.Core.Recommendations.Training;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// The models in service and where they come from: trained here, or by another process on the same store. Whoever asks for
/// recommendations is never kept waiting; new models take the place of the old ones in one step.
/// </summary>
internal sealed partial class ModelKeeper(
    Recommender recommender,
    RecommenderTrainer trainer,
    IModelStore store,
    Freshness freshness,
    TimeProvider time,
    ILogger<ModelKeeper> logger) : IDisposable
{
    private readonly SemaphoreSlim _training = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private volatile ModelReport _report = new(null, null, null, null, 0);

    public ModelReport Report => _report with { LearntSince = freshness.LearntSince };

    /// <returns>Whether there was a newer version and it could be read.</returns>
    public async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        if (await store.FindNewestAsync(cancellationToken) is not { } version || version <= (_report.Version ?? 0)) return false;
        if (await store.ReadAsync(version, cancellationToken) is not { } stored) return false;

        var (read, fault) = recommender.Read(stored.Content);
        if (read is null)
        {
            Log.Unreadable(logger, version, fault);
            return false;
        }

        recommender.Use(read.Models);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(version);
        var summary = new TrainingSummary(read.On.People, read.On.Items, read.On.Interactions, TimeSpan.FromSeconds(read.On.Seconds));
        freshness.Trained(summary.Interactions, at, summary.Duration);
        _report = new ModelReport(version, at, summary, read.Models.Choice, 0);
        Log.Adopted(logger, version, at);
        return true;
    }

    /// <summary>Ends early when the process stops, too.</summary>
    public async Task<TrainingSummary> TrainAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var token = ending.Token;
        await _training.WaitAsync(token);
        try
        {
            return await Task.Run(() => TrainAndStoreAsync(token), token);
        }
        finally
        {
            _training.Release();
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _training.Dispose();
    }

    private async Task<TrainingSummary> TrainAndStoreAsync(CancellationToken cancellationToken)
    {
        var (started, at, learnt) = (Stopwatch.GetTimestamp(), time.GetUtcNow(), freshness.Learnt);
        // What reading or the last training left behind is as large as what this one needs. Nobody is kept waiting for it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        var data = recommender.TrainingData();
        var models = trainer.Train(data, recommender.Models.Choice, cancellationToken);
        recommender.Use(models);

        var summary = new TrainingSummary(data.PersonCount, data.ItemCount, learnt, Stopwatch.GetElapsedTime(started));
        freshness.Trained(learnt, at, summary.Duration);
        var version = Math.Max(at.ToUnixTimeMilliseconds(), (_report.Version ?? 0) + 1);
        _report = new ModelReport(version, at, summary, models.Choice, 0);
        var on = new TrainedOn(summary.People, summary.Items, summary.Interactions, summary.Duration.TotalSeconds);
        await StoreAsync(new StoredModel(version, recommender.Write(models, on)), cancellationToken);
        return summary;
    }

    /// <summary>A store that is away costs a training after the next start, and no more.</summary>
    private async Task StoreAsync(StoredModel model, CancellationToken cancellationToken)
    {
        try
        {
            await store.SaveAsync(model, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotStored(logger, model.Version, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(241, LogLevel.Information, "Models {Version} of {At:O}, trained before or by another process, are in service.")]
        public static partial void Adopted(ILogger logger, long version, DateTimeOffset at);

        [LoggerMessage(242, LogLevel.Warning, "Models {Version} of the store cannot be read: {Fault} They are trained anew.")]
        public static partial void Unreadable(ILogger logger, long version, string fault);

        [LoggerMessage(243, LogLevel.Warning, "Models {Version} are in service, and could not be stored.")]
        public static partial void NotStored(ILogger logger, long version, Exception exception);
    }
}
