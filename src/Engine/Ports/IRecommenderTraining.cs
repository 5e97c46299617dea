using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The slow part of a recommender's learning.</summary>
public interface IRecommenderTraining
{
    /// <summary>
    /// Takes the models stored last into service, reads the stored interactions, and trains unless the models know nearly all
    /// of them; recommendations go on meanwhile with what there is.
    /// </summary>
    Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Takes newer models into service that another process on the same store has trained.</summary>
    /// <returns>Whether there were any.</returns>
    Task<bool> AdoptAsync(CancellationToken cancellationToken);

    /// <summary>Whether so much is new that training anew would show.</summary>
    bool IsDue { get; }

    /// <summary>Trains anew from what is in memory, takes the models into service and stores them.</summary>
    Task<TrainingSummary> TrainAsync(CancellationToken cancellationToken);

    ModelReport Report();
}
