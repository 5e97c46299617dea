namespace PersonalizationEngine.Engine.Ports;

/// <summary>The slow part of a recommender's learning.</summary>
public interface IRecommenderTraining
{
    /// <summary>Reads the stored interactions and trains; recommendations go on meanwhile with what there is.</summary>
    Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Trains anew from what is in memory.</summary>
    /// <returns>What was learnt from.</returns>
    Task<TrainingSummary> TrainAsync(CancellationToken cancellationToken);
}
