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

    public static double Find(HoldOut holdOut, ModelJudge judge, float positionDecay, int cores)
    {
        var gram = new EaseGram(holdOut.Train, new EaseSettings { MostHeadItems = HeadItems, Cores = cores });
        return Lambdas.MaxBy(lambda => gram.Solve(lambda).Model is { } model ? judge.Ndcg(model, positionDecay) : 0);
    }
}
