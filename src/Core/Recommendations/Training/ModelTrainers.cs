using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Linear;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Makes the models that a choice names.</summary>
internal sealed class ModelTrainers(RecommenderSettings settings, int cores)
{
    /// <summary>Null where nobody met any item often enough.</summary>
    public IItemModel? Ease(InteractionMatrix matrix, double lambda)
    {
        // A solve fails for want of precision only, and that a larger lambda cures.
        for (var attempt = lambda; attempt < 1e6; attempt *= 10)
        {
            var solution = new EaseTrainer(new EaseSettings { Lambda = attempt, MostHeadItems = settings.DenseItems, Cores = cores }).Train(matrix);
            if (solution.Model is { } model) return model.WeightCount > 0 ? model : null;
        }

        return null;
    }

    public ItemKnnModel ItemKnn(InteractionMatrix matrix) => new ItemKnnTrainer(ItemKnnSettings.Of(settings), cores).Train(matrix);

    public LinearItemModel Rp3Beta(InteractionMatrix matrix) => new Rp3BetaTrainer(new Rp3BetaSettings(), cores).Train(matrix);
}
