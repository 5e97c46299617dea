using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>What all recommenders as the engine serves them have in common.</summary>
internal static class Served
{
    /// <summary>Trains as the embedded recommender does, on all cores, and puts the models in use.</summary>
    /// <returns>What was chosen, in a few words.</returns>
    public static string Train(Recommender recommender, RecommenderSettings settings)
    {
        var models = new RecommenderTrainer(settings, Environment.ProcessorCount).Train(recommender.TrainingData());
        recommender.Use(models);
        return models.Choice is not { } choice
            ? "item-kNN, too few people to choose"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"chose {choice.Dense}, lambda {choice.Lambda:0.#}, {choice.Neighbours}, decay {choice.Plan.PositionDecay:0.##}");
    }
}
