using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Core.Tests.Scoring;

public sealed class LeadScorerTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Factor.PageViewsLast7d, 3, 1.5)]
    [InlineData(Factor.TimeOnSiteAvg, 2.25, 2.25)]
    [InlineData(Factor.FormSubmissions, 2, 10)]
    [InlineData(Factor.PricingPageVisits, 2, 6)]
    [InlineData(Factor.DemoRequest, 1, 10)]
    [InlineData(Factor.EmailOpens, 3, 1.5)]
    [InlineData(Factor.EmailClicks, 3, 3)]
    [InlineData(Factor.ReturnVisits, 4, 8)]
    public void Score_OneFactor_IsValueTimesRequiredWeight(Factor factor, double value, double expected) =>
        Assert.Equal((decimal)expected, Score((factor, (decimal)value)).Score);

    [Theory]
    [InlineData(0.004, 0.00)]
    [InlineData(0.005, 0.01)]
    [InlineData(2.675, 2.68)]
    [InlineData(17.4949, 17.49)]
    public void Score_HalfACent_RoundsAwayFromZero(double minutes, double expected) =>
        Assert.Equal((decimal)expected, Score((Factor.TimeOnSiteAvg, (decimal)minutes)).Score);

    [Theory]
    [InlineData(999.99, 999.99, false)]
    [InlineData(999.994, 999.99, false)]
    [InlineData(999.995, 999.99, true)]
    [InlineData(1_000_000, 999.99, true)]
    public void Score_BeyondTheColumn_IsClampedAndSaysSo(double minutes, double expected, bool clamped)
    {
        var score = Score((Factor.TimeOnSiteAvg, (decimal)minutes));

        Assert.Equal(((decimal)expected, clamped), (score.Score, score.Clamped));
    }

    [Fact]
    public void Score_NegativeWeights_ClampAtZero()
    {
        var model = new ScoringModel(_ => -1, SegmentThresholds.Default);
        var score = LeadScorer.Score(Factors((Factor.EmailOpens, 3)), model);

        Assert.Equal((0m, true, -3m), (score.Score, score.Clamped, score.Sum));
    }

    [Theory]
    [InlineData(0, LeadSegment.ColdLead)]
    [InlineData(19.99, LeadSegment.ColdLead)]
    [InlineData(20, LeadSegment.WarmLead)]
    [InlineData(49.99, LeadSegment.WarmLead)]
    [InlineData(50, LeadSegment.HotLead)]
    [InlineData(79.99, LeadSegment.HotLead)]
    [InlineData(80, LeadSegment.SalesReady)]
    [InlineData(999.99, LeadSegment.SalesReady)]
    public void Segment_AtAThreshold_IsTheWarmerOne(double minutes, LeadSegment expected) =>
        Assert.Equal(expected, Score((Factor.TimeOnSiteAvg, (decimal)minutes)).Segment);

    /// <summary>19.995 is shown as 20.00, and what is shown decides.</summary>
    [Fact]
    public void Segment_ScoreThatRoundsUpToAThreshold_IsTheWarmerOne() =>
        Assert.Equal(LeadSegment.WarmLead, Score((Factor.TimeOnSiteAvg, 19.995m)).Segment);

    [Fact]
    public void Receipt_AnyScore_HasEachFactorOnceAndSumsUp()
    {
        var score = Score((Factor.FormSubmissions, 2), (Factor.TimeOnSiteAvg, 1.234567m), (Factor.EmailOpens, 5));

        Assert.Equal(FactorNames.All, score.Receipt.Select(line => line.Factor.Factor));
        Assert.Equal(score.Sum, score.Receipt.Sum(line => line.Points));
        Assert.All(score.Receipt, line => Assert.Equal(line.Factor.Value * line.Weight, line.Points));
        Assert.Equal(TimeSpan.FromHours(1), score.Receipt[(int)Factor.EmailOpens].Age);
        Assert.Null(score.Receipt[(int)Factor.EmailClicks].Age);
    }

    private static LeadScore Score(params (Factor Factor, decimal Value)[] values) => LeadScorer.Score(Factors(values), ScoringModel.Default);

    private static BehaviouralFactors Factors(params (Factor Factor, decimal Value)[] values)
    {
        var all = BehaviouralFactors.None(Now).Values.ToArray();
        foreach (var (factor, value) in values) all[(int)factor] = new FactorValue(factor, value, ActivityOrigin.Rybbit, Now.AddHours(-1));
        return new BehaviouralFactors(all, 1, Now, null);
    }
}
