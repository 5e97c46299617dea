using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>Where segments begin, in log-odds above those of somebody with nothing at all.</summary>
/// <param name="Base">Whoever is there converts as often as all on the whole.</param>
/// <param name="Half">Half-way, in log-odds, between the base rate and the target.</param>
internal readonly record struct LogOddsCuts(double Base, double Half, TargetCut Ready)
{
    public static LogOddsCuts Of(IReadOnlyCollection<JudgedCase> cases, ProbabilityCurve curve, double target)
    {
        double[] scores = [.. cases.Select(one => one.Score).Distinct().Order()];
        var baseRate = cases.Average(one => one.Positive ? 1.0 : 0);
        var ready = TargetCut.Of(cases, target);
        return new LogOddsCuts(From(baseRate), From(LogOdds.ToProbability((LogOdds.Of(baseRate) + LogOdds.Of(target)) / 2)), ready);

        double From(double probability)
        {
            foreach (var score in scores)
                if (curve.ProbabilityOf(score) >= probability) return score;
            return ready.Score;
        }
    }
}
