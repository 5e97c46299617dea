using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Core.Tests.Scoring.Models;

/// <summary>Factors as they will go are those that are measured at the instant itself.</summary>
public sealed class FactorTimelineTests
{
    private static readonly string[] Pages = ["/", "/pricing", "/demo/thank-you", "/docs/start"];

    [Theory]
    [InlineData(40, false)]
    [InlineData(5_000, true)]
    public void Of_ManyActs_IsExactAsFarAsItIsFollowedAndAtTheEnd(int count, bool isCut)
    {
        List<Activity> acts =
        [
            .. Enumerable.Range(0, count).Select(place => new Activity(
                Leads.Now.AddMinutes(-place * 8.5), ActivityOrigin.Rybbit, ActivityTypes.PageView, null, Pages[place % Pages.Length], null, "1", $"s{place / 6}")).Reverse(),
        ];
        var timeline = FactorTimeline.Of(acts, FactorWindows.Default, SignalDefinitions.Default, Leads.Now, Leads.Day(31));

        Assert.Equal(isCut, timeline.FollowedUntil is not null);
        DateTimeOffset[] asked = [Leads.Now, .. timeline.Changes.Where(change => !(change >= timeline.FollowedUntil)).Take(30), Leads.Day(31)];
        Assert.All(asked, at => Assert.Equal(Measured(acts, at), timeline.At(at).Values));
    }

    private static IReadOnlyList<FactorValue> Measured(List<Activity> acts, DateTimeOffset at)
    {
        var factors = new FactorAccumulator(at, FactorWindows.Default, SignalDefinitions.Default);
        foreach (var act in acts) factors.Add(act);
        return factors.Complete().Values;
    }
}
