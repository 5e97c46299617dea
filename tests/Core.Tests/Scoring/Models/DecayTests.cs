using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using static PersonalizationEngine.Core.Tests.Scoring.Models.Leads;

namespace PersonalizationEngine.Core.Tests.Scoring.Models;

/// <summary>The published vectors of decay, and when a score comes down to a threshold.</summary>
public sealed class DecayTests
{
    private const string HalfLife = """{"curve": "half_life", "days": 14}""";
    private const string Linear = """{"curve": "linear", "days": 30, "share": 0.5}""";
    private const string Step = """{"curve": "step", "days": 30, "share": 0.5}""";

    [Theory]
    [InlineData(HalfLife, 0, 10)]
    [InlineData(HalfLife, 7, 7.0710678118654755)]
    [InlineData(HalfLife, 14, 5)]
    [InlineData(HalfLife, 28, 2.5)]
    [InlineData(Linear, 0, 10)]
    [InlineData(Linear, 15, 7.5)]
    [InlineData(Linear, 30, 5)]
    [InlineData(Linear, 60, 0)]
    [InlineData(Linear, 75, 0)]
    [InlineData(Step, 0, 10)]
    [InlineData(Step, 29.999, 10)]
    [InlineData(Step, 30, 5)]
    [InlineData(Step, 59.999, 5)]
    [InlineData(Step, 60, 0)]
    public void Score_TenPointsOfOneAct_FadeAsPublished(string decay, double days, double expected) =>
        Assert.Equal(expected, Curve(Engagement(Act("a", 10, decay)), Did("a", 0)).Score(Day(days)), 1e-9);

    [Fact]
    public void Score_BeforeTheAct_LeavesItOut() => Assert.Equal(0, Curve(Engagement(Act("a", 10, HalfLife)), Did("a", 0)).Score(Day(-0.001)));

    [Theory]
    [InlineData(HalfLife, 5, 14)]
    [InlineData(HalfLife, 7.0710678118654755, 7)]
    [InlineData(HalfLife, 2.5, 28)]
    [InlineData(Linear, 7.5, 15)]
    [InlineData(Linear, 0.5, 57)]
    [InlineData(Step, 5.01, 30)]
    [InlineData(Step, 4.99, 60)]
    public void FirstBelow_OneAct_IsTheInstantOfTheFormula(string decay, double threshold, double days)
    {
        var at = Curve(Engagement(Act("a", 10, decay)), Did("a", 0)).FirstBelow(threshold, Now, Day(400));
        Assert.Equal(Day(days), at!.Value, TimeSpan.FromMilliseconds(1));
    }

    /// <summary><c>at + h × log₂(value / threshold)</c>, with what does not fade taken off the threshold.</summary>
    [Fact]
    public void FirstBelow_HalfLifeBesideWhatStays_IsInClosedForm()
    {
        var curve = Curve(Engagement($"{Act("a", 40, HalfLife)}, {Act("b", 30)}"), Did("a", -3), Did("a", 0), Did("b", -1));
        var value = 40 + 40 * Math.Pow(2, -3 / 14.0);
        Assert.Equal(Day(14 * Math.Log2(value / 20)), curve.FirstBelow(50, Now, Day(400))!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Null(curve.FirstBelow(30, Now, Day(400)));
    }

    [Fact]
    public void FirstBelow_CapThatStillCuts_IsFoundAllTheSame()
    {
        var curve = Curve(Engagement(Act("a", 50, HalfLife, """, "cap": 60""")), Did("a", -1), Did("a", 0));
        var value = 50 + 50 * Math.Pow(2, -1 / 14.0);
        Assert.Equal(60, curve.Score(Now), 1e-9);
        Assert.Equal(Day(14 * Math.Log2(value / 55)), curve.FirstBelow(55, Now, Day(400))!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Crosses_ValueAndThreshold_IsTheClosedForm()
    {
        var value = new DecayedValue(10, Now, TimeSpan.FromDays(14));
        Assert.Equal(Day(14), value.Crosses(5)!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Null(value.Crosses(0));
        Assert.Null((value with { Value = -1 }).Crosses(-2));
    }
}
