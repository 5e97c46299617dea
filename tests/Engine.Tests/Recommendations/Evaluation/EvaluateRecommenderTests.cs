using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Evaluation;

namespace PersonalizationEngine.Engine.Tests.Recommendations.Evaluation;

public sealed class EvaluateRecommenderTests
{
    private static readonly OwnDataReport Report = new(new OwnDataOptions(), 1, 2, 3, []);

    [Fact]
    public async Task TryStart_WhileOneIsRunning_StartsNoSecond()
    {
        using var recommender = new SlowRecommender();
        var evaluate = new EvaluateRecommender(recommender, TimeProvider.System);

        var first = evaluate.TryStart(new OwnDataOptions());
        var second = evaluate.TryStart(new OwnDataOptions());

        Assert.Null(second);
        Assert.Null(evaluate.Last);
        recommender.MayEnd.Set();
        Assert.Same(await first!, evaluate.Last);
        Assert.Same(Report, evaluate.Last!.Report);
    }

    [Fact]
    public async Task TryStart_AfterOneThatFailed_StartsAgain()
    {
        using var recommender = new SlowRecommender { Fails = true };
        recommender.MayEnd.Set();
        var evaluate = new EvaluateRecommender(recommender, TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => evaluate.TryStart(new OwnDataOptions())!);
        recommender.Fails = false;

        Assert.Same(Report, (await evaluate.TryStart(new OwnDataOptions())!).Report);
    }

    private sealed class SlowRecommender : IRecommenderEvaluation, IDisposable
    {
        public ManualResetEventSlim MayEnd { get; } = new();

        public bool Fails { get; set; }

        public OwnDataReport Evaluate(OwnDataOptions options)
        {
            MayEnd.Wait();
            return Fails ? throw new InvalidOperationException() : Report;
        }

        public void Dispose() => MayEnd.Dispose();
    }
}
