using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Calibration;

namespace PersonalizationEngine.Core.Tests.Scoring.Calibration;

public sealed class LearnModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 14, 0, 0, 0, TimeSpan.Zero);

    private static readonly LearnableFeature[] Features = [.. FactorNames.All.Select(factor => new FactorFeature(factor)), new AttributeFeature("traits.plan", "pro")];

    [Fact]
    public void Fit_FormsAndPlanTell_GivesThemPointsAndPartsOffReadyLeads()
    {
        var learnt = LearnModel.Fit(Leads(600), Features, LearningOptions.Default);

        Assert.True(learnt.Points[(int)Factor.FormSubmissions] > 0 && learnt.Points[^1] > 0);
        Assert.Equal(0, learnt.Points[(int)Factor.EmailOpens]);
        Assert.NotEqual(TargetReach.No, learnt.Reach);
        Assert.Equal(80, learnt.Thresholds.SalesReady);
        Assert.True(learnt.Thresholds.Rise);
        var unseen = ModelQuality.Of(Leads(400, first: 600), one => (learnt.SumOf(one), learnt.SegmentOf(learnt.SumOf(one)), learnt.Curve.ProbabilityOf(learnt.SumOf(one))));
        Assert.True(unseen.Area!.Value.Value > 0.78, $"{unseen.Area}");
        Assert.True(unseen.SalesReady.Interval.High >= 0.7 && unseen.SalesReady.Trials > 30);
    }

    [Fact]
    public void Fit_AnyOutcomes_GivesThresholdsThatRiseAndPointsThatAModelMayHave() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool, (forms, opens, converted) => (forms, opens, converted)).Array[20, 150]
            .Where(cases => cases.Any(one => one.converted) && cases.Any(one => !one.converted)).Sample(cases =>
            {
                var learnt = LearnModel.Fit(
                    [.. cases.Select((one, place) => Lead(place, one.forms, one.opens, "free", one.converted))], Features, LearningOptions.Default);
                return learnt.Thresholds.Rise && learnt.Points.Append(learnt.Offset).All(points => Math.Abs(points) <= 1000)
                    && cases.Select((one, place) => learnt.Curve.ProbabilityOf(learnt.SumOf(Lead(place, one.forms, one.opens, "free", false)))).All(p => p is > 0 and < 1);
            });

    [Fact]
    public void Split_Cases_LeavesOutWhoseOutcomeIsNotKnownYet()
    {
        var split = TimeSplit.Of([.. Enumerable.Range(0, 100).Select(day => Lead(day, 1, 0, "free", false))], 0.3, TimeSpan.FromDays(10));

        Assert.Equal((61, 30, 9), (split.Earlier.Count, split.Later.Count, split.Unknown));
        Assert.Equal(Start.AddDays(70), split.At);
        Assert.True(split.Earlier.All(one => one.At.AddDays(10) <= split.At));
    }

    [Fact]
    public void Levels_RareOnes_GetNoPoints()
    {
        var cases = Leads(100).Append(Lead(1000, 0, 0, "rare", false));

        Assert.Equal(["free", "pro"], ProfileLevels.Of(cases, "traits.plan").Cast<AttributeFeature>().Select(level => level.Level.Text).Order());
        Assert.Equal(AttributeValue.Missing, ProfileLevels.Of(cases, "country").Cast<AttributeFeature>().Single().Level);
    }

    /// <summary>Forms and the plan decide, not without exceptions.</summary>
    private static CalibrationCase[] Leads(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(place =>
    {
        var (forms, isPro) = (place % 4, place % 3 == 0);
        var odds = forms + (isPro ? 2 : 0);
        return Lead(place, forms, 0, isPro ? "pro" : "free", (place * 7919 % 100) < 18 * odds);
    })];

    private static CalibrationCase Lead(int place, int forms, int opens, string plan, bool converted)
    {
        var factors = new double[FactorNames.All.Count];
        (factors[(int)Factor.FormSubmissions], factors[(int)Factor.EmailOpens]) = (forms, opens);
        var profile = new AttributeMap([KeyValuePair.Create("traits", (AttributeValue)new AttributeMap([KeyValuePair.Create("plan", (AttributeValue)plan)]))]);
        return new CalibrationCase($"person-{place}", Start.AddDays(place), factors, profile, 0, LeadSegment.ColdLead, converted);
    }
}
