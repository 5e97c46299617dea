using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>The whole as it is served, and the same with the blend given to one part alone.</summary>
internal static class Contenders
{
    public static IEnumerable<(BlendPart? Part, TrainedModels Models)> Of(TrainedModels models, RecommenderSettings settings)
    {
        yield return (null, models);
        foreach (var part in Enum.GetValues<BlendPart>())
        {
            if (part == BlendPart.Dense && models.Dense is null) continue;
            if (part == BlendPart.People && settings.UserNeighbours == 0) continue;
            yield return (part, Alone(models, part, settings));
        }
    }

    private static TrainedModels Alone(TrainedModels models, BlendPart part, RecommenderSettings settings)
    {
        var plan = new BlendPlan(
            models.Plan?.PositionDecay ?? (float)settings.HistoryPositionDecay, [new BlendBand(1, default(BlendShares).With(part, 1))]);
        var choice = models.Choice ?? new ModelChoice(DenseKind.Ease, 0, NeighbourKind.ItemKnn, plan, [], 0, 0);
        return models with { Choice = choice with { Plan = plan } };
    }
}
