using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Tests.Profiles.Live;

public sealed class LiveFactorTests
{
    [Theory]
    [InlineData("pageview", "/", null, "page_views")]
    [InlineData("pageview", "/pricing", null, "page_views pricing_page_visits")]
    [InlineData("form_submit", null, null, "form_submissions")]
    [InlineData("custom_event", null, "book_demo", "demo_requests")]
    [InlineData("email.opened", null, null, "email_opens")]
    [InlineData("email.clicked", null, null, "email_clicks")]
    [InlineData("performance", "/pricing", null, "")]
    public void Of_Activity_IsCountedUnderEveryNameThatFits(string type, string? path, string? name, string factors)
    {
        var activity = new Activity(DateTimeOffset.UnixEpoch, ActivityOrigin.Rybbit, type, name, path);

        Assert.Equal(factors, string.Join(' ', LiveFactorNames.Of(activity, SignalDefinitions.Default).Select(factor => factor.Name())));
    }

    [Fact]
    public void ToAttributes_NothingCounted_NamesEveryFactor()
    {
        var attributes = new LiveCounts().ToAttributes();

        Assert.Equal(LiveFactorNames.All.Count, attributes.Count);
        Assert.All(attributes.Names, name => Assert.Equal(0, attributes[name].Number));
    }
}
