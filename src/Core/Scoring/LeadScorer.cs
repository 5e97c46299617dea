using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Core.Scoring;

/// <summary><c>score = Σ factor × weight</c>, rounded half away from zero to two decimals, then clamped.</summary>
public static class LeadScorer
{
    public static LeadScore Score(BehaviouralFactors factors, ScoringModel model)
    {
        var receipt = new ReceiptLine[factors.Values.Count];
        var sum = 0m;
        for (var i = 0; i < receipt.Length; i++)
        {
            var factor = factors.Values[i];
            var weight = model[factor.Factor];
            receipt[i] = new ReceiptLine(factor, weight, factor.Value * weight, factors.AsOf - factor.LatestAt);
            sum += receipt[i].Points;
        }

        var rounded = Math.Round(sum, 2, MidpointRounding.AwayFromZero);
        var score = Math.Clamp(rounded, LeadScore.Lowest, LeadScore.Highest);
        return new LeadScore(
            score, model.Thresholds.SegmentOf(score), score != rounded, sum, receipt, factors.AsOf, factors.ValidUntil);
    }
}
