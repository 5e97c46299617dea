namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>A way of choosing that learns from what came of its choices.</summary>
/// <typeparam name="TContext">What it may look at.</typeparam>
public interface IReplayPolicy<in TContext>
{
    /// <param name="arms">How many there are to choose from.</param>
    /// <returns>0 to <paramref name="arms"/> less 1.</returns>
    int Choose(TContext context, int arms);

    /// <summary>Only for choices that were its own.</summary>
    void Learn(TContext context, int arm, double reward);
}
