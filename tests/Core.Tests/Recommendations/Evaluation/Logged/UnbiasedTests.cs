using CsCheck;
using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.Logged;

/// <summary>Whatever the policy, what is estimated is what it would have got.</summary>
public sealed class UnbiasedTests
{
    private const int Logs = 400, Rows = 300;

    /// <summary>Chances of the three arms in each of the two situations.</summary>
    private static readonly Gen<double[][]> Policies = Gen.Double[0.01, 1].Array[SyntheticLog.Arms]
        .Select(weights => weights.Select(weight => weight / weights.Sum()).ToArray()).Array[2];

    [Fact]
    public void InversePropensity_AnyPolicy_IsRightOnAverageAndAboutItsError() => Policies.Sample(
        policy =>
        {
            var truth = SyntheticLog.Truth((situation, arm) => policy[situation][arm]);
            var values = Enumerable.Range(1, Logs).Select(seed => Judge(policy, seed)).ToList();
            // Five standard errors of the mean of so many logs, and the bias of the ratio, which falls with the rows.
            var spread = Deviation(values.Select(value => value.Ips.Value));
            Assert.InRange(values.Average(value => value.Ips.Value) - truth, -5 * spread / Math.Sqrt(Logs), 5 * spread / Math.Sqrt(Logs));
            var ratios = Deviation(values.Select(value => value.Snips.Value));
            Assert.InRange(values.Average(value => value.Snips.Value) - truth, -0.01 - (5 * ratios / Math.Sqrt(Logs)), 0.01 + (5 * ratios / Math.Sqrt(Logs)));
            Assert.InRange(values.Average(value => value.Ips.Error) / spread, 0.8, 1.2);
            Assert.InRange(values.Average(value => value.Snips.Error) / ratios, 0.8, 1.2);
        },
        iter: 8);

    [Fact]
    public void Replay_FixedPolicy_IsRightOnAverage()
    {
        foreach (var arms in (int[][])[[0, 0], [1, 0], [2, 1]])
        {
            var truth = SyntheticLog.Truth((situation, arm) => arms[situation] == arm ? 1 : 0);
            var values = Enumerable.Range(1, Logs)
                .Select(seed => Replay.Run(Rounds(seed), new Fixed(arms)))
                .ToList();
            var spread = Deviation(values.Select(value => value.Estimate.Value));

            Assert.InRange(values.Average(value => value.Estimate.Value) - truth, -5 * spread / Math.Sqrt(Logs), 5 * spread / Math.Sqrt(Logs));
            Assert.InRange(values.Average(value => value.Matched), 0.3 * Rows, 0.37 * Rows);
            Assert.InRange(values.Average(value => value.Estimate.Error) / spread, 0.8, 1.2);
        }
    }

    private static PolicyValue Judge(double[][] policy, int seed) => InversePropensity.Estimate(
    [
        .. new SyntheticLog(seed).Rows(Rows, evenly: false)
            .Select((row, number) => new LoggedReward($"p{number}", row.Propensity, policy[row.Situation][row.Arm], row.Reward)),
    ]);

    private static IEnumerable<ReplayRound<int>> Rounds(int seed) => new SyntheticLog(seed).Rows(Rows, evenly: true)
        .Select(row => new ReplayRound<int>(row.Situation, SyntheticLog.Arms, row.Arm, row.Reward));

    private static double Deviation(IEnumerable<double> values)
    {
        var all = values.ToList();
        var mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Count - 1));
    }

    private sealed class Fixed(int[] arms) : IReplayPolicy<int>
    {
        public int Choose(int context, int _) => arms[context];

        public void Learn(int context, int arm, double reward)
        {
        }
    }
}
