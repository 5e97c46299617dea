using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>From which score on leads convert often enough.</summary>
/// <param name="Score">The lowest such score.</param>
internal readonly record struct TargetCut(double Score, TargetReach Reach)
{
    /// <summary>Fewer leads than that are no group.</summary>
    private const int Fewest = 30;

    public static TargetCut Of(IEnumerable<JudgedCase> cases, double target)
    {
        double? byInterval = null, byRate = null, best = null;
        long count = 0, positives = 0;
        var bestRate = -1.0;
        foreach (var equals in cases.GroupBy(one => one.Score).OrderByDescending(group => group.Key))
        {
            count += equals.LongCount();
            positives += equals.LongCount(one => one.Positive);
            best ??= equals.Key;
            if (count < Fewest) continue;
            var rate = (double)positives / count;
            if (WilsonInterval.Of(positives, count).Low >= target) byInterval = equals.Key;
            if (rate >= target) byRate = equals.Key;
            if (rate > bestRate) (bestRate, best) = (rate, equals.Key);
        }

        return byInterval is { } sure ? new TargetCut(sure, TargetReach.ByInterval)
            : byRate is { } likely ? new TargetCut(likely, TargetReach.ByRate)
            : new TargetCut(best ?? 0, TargetReach.No);
    }
}
