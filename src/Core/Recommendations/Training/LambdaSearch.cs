using PersonalizationEngine.Core.Recommendations.Models.Linear;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// Chooses the lambda of EASE. On the most met items alone, because the best lambda hangs on how often items are met together
/// and hardly on how many there are, while the time to solve grows with their cube.
/// </summary>
internal static class LambdaSearch
{
    private const int HeadItems = 1500;

    private static readonly double[] Lambdas = [20, 50, 100, 200, 500, 1000, 2000];

    public static double Find(HoldOut holdOut, ModelJudge judge, float positionDecay, int cores, CancellationToken cancellationToken)
    {
        var gram = new EaseGram(holdOut.Train, new EaseSettings { MostHeadItems = HeadItems, Cores = cores }, cancellationToken);
        var ndcg = Array.ConvertAll(Lambdas, lambda => gram.Solve(lambda, cancellationToken).Model is { } model ? judge.Ndcg(model, positionDecay) : 0);
        return Lambdas[Enumerable.Range(0, ndcg.Length).MaxBy(place => WithNeighbours(ndcg, place))];
    }

    /// <summary>The figure is a wide hill, and what sticks out of it is chance.</summary>
    private static double WithNeighbours(double[] ndcg, int place) =>
        ndcg[Math.Max(0, place - 1)] + (2 * ndcg[place]) + ndcg[Math.Min(ndcg.Length - 1, place + 1)];
}
