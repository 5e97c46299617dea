using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using static PersonalizationEngine.Core.Tests.Profiles.Factors.Visits;

namespace PersonalizationEngine.Core.Tests.Profiles.Factors;

/// <summary>Stored scores are trusted until <see cref="BehaviouralFactors.ValidUntil"/>: it must never be too late.</summary>
public sealed class FactorValidityTests
{
    private static readonly Gen<Activity> Activities = Gen.OneOf(
        Gen.Select(Gen.Double[-0.01, 40], Gen.OneOf("/", "/pricing"), Gen.OneOf("a", "b", ""), (ago, path, session) => Page(ago, path, session)),
        Gen.Select(Gen.Double[0, 40], Gen.OneOf("a", "b", ""), (ago, session) => Form(ago, "demo", session)),
        Gen.Double[0, 40].Select(ago => Cdp(ago, ActivityTypes.EmailOpened)));

    [Fact]
    public void ValidUntil_AnyHistory_NothingChangesBefore() =>
        Gen.Select(Activities.List[0, 30], Gen.Double[0, 1]).Sample((activities, share) =>
        {
            var now = Measure(activities);
            if (now.ValidUntil is not { } until) return now.Values.All(factor => factor.Value == 0);
            var later = Now + (TimeSpan.FromTicks(1) * (long)(share * ((until - Now).Ticks - 1)));
            return MeasureAt(later, activities).Values.Select(factor => factor.Value).SequenceEqual(now.Values.Select(factor => factor.Value));
        });

    [Fact]
    public void ValidUntil_SinglePageView_IsTheInstantItLeavesItsWindow()
    {
        var until = Measure(Page(6, session: "a")).ValidUntil!.Value;

        Assert.Equal(1, MeasureAt(until - TimeSpan.FromTicks(1), [Page(6)])[Factor.PageViewsLast7d].Value);
        Assert.Equal(0, MeasureAt(until, [Page(6)])[Factor.PageViewsLast7d].Value);
    }

    [Fact]
    public void ValidUntil_PageViewAhead_IsTheInstantItBegins() => Assert.Equal(Ago(-0.001), Measure(Page(-0.001)).ValidUntil);
}
