namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>
/// EASE^R, the most accurate linear model there is for catalogues of up to some 10,000 items. Shares nothing with other
/// trainers or with the models in use, so that one may train while others serve.
/// </summary>
public sealed class EaseTrainer(EaseSettings settings)
{
    /// <summary>Pure and deterministic on any number of cores; long enough to belong on a thread of its own.</summary>
    public EaseSolution Train(InteractionMatrix matrix) => new EaseGram(matrix, settings).Solve(settings.Lambda);
}
