using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>How a model did on cases it had not seen.</summary>
/// <param name="Area">Null while nobody converted, or all did.</param>
/// <param name="TopTenthLift">How many times as often as on the whole the tenth with the highest scores converts; of equals a part counts.</param>
/// <param name="SalesReady">Looks at sales-ready leads, and those followed by a conversion; each person is a cluster.</param>
public sealed record ModelQuality(RankingArea? Area, double? TopTenthLift, ProbabilityQuality Probabilities, ClusteredRate SalesReady)
{
    private const double Top = 0.1, Alike = 0.001;

    /// <param name="said">What the model says of each case: its points, their segment, and their probability.</param>
    public static ModelQuality Of(IReadOnlyList<CalibrationCase> cases, Func<CalibrationCase, (double Sum, LeadSegment Segment, double Probability)> said)
    {
        var judged = cases.Select(one => (Case: one, Said: said(one))).ToList();
        return new ModelQuality(
            RankingArea.Of(judged.Select(one => new JudgedCase(one.Said.Sum, one.Case.Converted))),
            LiftOfTop([.. judged.Select(one => new JudgedCase(one.Said.Sum, one.Case.Converted))]),
            ProbabilityQuality.Of(judged.Select(one => new JudgedCase(one.Said.Probability, one.Case.Converted)))!,
            ClusteredRate.Of(judged.Where(one => one.Said.Segment == LeadSegment.SalesReady)
                .GroupBy(one => one.Case.PersonId).Select(person => (person.LongCount(), person.LongCount(one => one.Case.Converted)))));
    }

    /// <summary>An AUC lower, or a Brier score higher, by more than a thousandth.</summary>
    public bool IsWorseThan(ModelQuality other) =>
        Area?.Value < other.Area?.Value - Alike || Probabilities.Brier > other.Probabilities.Brier + Alike;

    private static double? LiftOfTop(JudgedCase[] cases)
    {
        var positives = cases.Count(one => one.Positive);
        if (positives == 0) return null;
        double left = cases.Length * Top, found = 0;
        foreach (var equals in cases.GroupBy(one => one.Score).OrderByDescending(group => group.Key))
        {
            var taken = Math.Min(left, equals.Count());
            found += taken * equals.Count(one => one.Positive) / equals.Count();
            if ((left -= taken) <= 0) break;
        }

        return found / (cases.Length * Top) / ((double)positives / cases.Length);
    }
}
