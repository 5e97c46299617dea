using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.Logged;

public sealed class ReplayTests
{
    [Fact]
    public void Run_SixRounds_CountsThoseChosenAlike()
    {
        var policy = new StayingWithAWinner();
        var value = Replay.Run<string>([Round(0, 0), Round(1, 1), Round(0, 1), Round(0, 0), Round(1, 1), Round(0, 1)], policy);

        // It begins with arm 0, goes over to 1 after the first round, and stays.
        Assert.Equal((6, 3), (value.Rounds, value.Matched));
        Assert.Equal([0.0, 1, 1], policy.Learnt);
        Assert.Equal(2.0 / 3, value.Estimate.Value, 1e-12);
        Assert.Equal(1.0 / 3, value.Estimate.Error, 1e-12);
    }

    [Fact]
    public void Run_NothingAlike_SaysNothing()
    {
        var value = Replay.Run<string>([Round(1, 1), Round(1, 1)], new StayingWithAWinner());

        Assert.Equal((2, 0, 0.0), (value.Rounds, value.Matched, value.Estimate.Value));
        Assert.Equal((0.0, 1.0), (value.Estimate.Low, value.Estimate.High));
    }

    private static ReplayRound<string> Round(int arm, double reward) => new("", 2, arm, reward);

    private sealed class StayingWithAWinner : IReplayPolicy<string>
    {
        private int _arm;

        public List<double> Learnt { get; } = [];

        public int Choose(string context, int arms) => _arm;

        public void Learn(string context, int arm, double reward)
        {
            Learnt.Add(reward);
            _arm = reward > 0 ? arm : 1 - arm;
        }
    }
}
