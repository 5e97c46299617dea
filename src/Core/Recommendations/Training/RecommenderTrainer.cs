using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// Trains what serves personal lists: chooses models and blend by a hold-out, then trains the chosen ones on everybody. Pure,
/// deterministic, and long enough to belong on a thread of its own.
/// </summary>
/// <param name="cores">How many threads may work; with 1 only the calling one does, and serving keeps the others.</param>
public sealed class RecommenderTrainer(RecommenderSettings settings, int cores = 1)
{
    // A choice made by much less data than there is now may no longer be the best one.
    private const double GrowthForNewChoice = 1.25;

    /// <param name="before">What was chosen last on the same data as it was then; null to choose anew.</param>
    /// <param name="cancellationToken">Ends the training within a second.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public TrainedModels Train(InteractionMatrix matrix, ModelChoice? before = null, CancellationToken cancellationToken = default)
    {
        var trainers = new ModelTrainers(settings, cores, cancellationToken);
        var knn = trainers.ItemKnn(matrix);
        var choice = before is not null && matrix.PairCount <= before.Pairs * GrowthForNewChoice
            ? before
            : new ModelChooser(settings, cores, cancellationToken).Choose(matrix);
        if (choice is null) return TrainedModels.ItemKnn(knn);

        IItemModel neighbours = choice.Neighbours == NeighbourKind.Rp3Beta ? trainers.Rp3Beta(matrix) : knn;
        return new TrainedModels(trainers.Dense(matrix, choice.Dense, choice.Lambda), neighbours, knn, choice);
    }
}
