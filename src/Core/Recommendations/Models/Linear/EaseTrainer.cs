namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>
/// EASE^R, the most accurate linear model there is for catalogues of up to some 10,000 items. Shares nothing with other
/// trainers or with the models in use, so that one may train while others serve.
/// </summary>
public sealed class EaseTrainer(EaseSettings settings)
{
    /// <summary>Pure and deterministic on any number of cores; long enough to belong on a thread of its own.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message lists every one that is.</exception>
    public EaseSolution Train(InteractionMatrix matrix, CancellationToken cancellationToken = default) =>
        new EaseGram(matrix, settings, cancellationToken).Solve(settings.Lambda, cancellationToken);
}
