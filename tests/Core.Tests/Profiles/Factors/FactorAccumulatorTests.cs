using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using static PersonalizationEngine.Core.Tests.Profiles.Factors.Visits;

namespace PersonalizationEngine.Core.Tests.Profiles.Factors;

public sealed class FactorAccumulatorTests
{
    private static readonly double Minute = 1d / (24 * 60), Millisecond = Minute / 60_000;

    [Fact]
    public void Complete_NothingSeen_EveryFactorIsZeroAndValidForEver()
    {
        var factors = Measure();

        Assert.All(factors.Values, factor => Assert.Equal((0m, ActivityOrigin.None, null), (factor.Value, factor.Origin, factor.LatestAt)));
        Assert.Null(factors.ValidUntil);
    }

    [Fact]
    public void PageViews_AtTheEdgeOfSevenDays_CountUntilTheyAreOlder()
    {
        var factors = Measure(Page(0), Page(7), Page(7 + Millisecond));

        Assert.Equal(2, factors[Factor.PageViewsLast7d].Value);
    }

    [Fact]
    public void PageViews_InTheFuture_AreLeftOut() => Assert.Equal(0, Measure(Page(-Minute))[Factor.PageViewsLast7d].Value);

    [Fact]
    public void TimeOnSite_SeveralSessions_IsTheMeanWithOneEventSessionsAsZero()
    {
        var factors = Measure(
            Page(1, session: "a"), Page(1 - (9 * Minute), session: "a"),
            Page(2, session: "b"));

        Assert.Equal(4.5m, Math.Round(factors[Factor.TimeOnSiteAvg].Value, 6));
        Assert.Equal(2, factors.Sessions);
    }

    [Fact]
    public void Sessions_WithoutIds_EndAfterThirtyMinutesOfSilence()
    {
        var together = Measure(Page(1), Page(1 - (30 * Minute)));
        var apart = Measure(Page(1), Page(1 - (30 * Minute) - Millisecond));

        Assert.Equal((1, 2), (together.Sessions, apart.Sessions));
        Assert.Equal(1, apart[Factor.ReturnVisits].Value);
    }

    [Fact]
    public void Sessions_OfTheSameIdOnTwoSites_AreTwo() =>
        Assert.Equal(2, Measure(Page(1, session: "a", site: "1"), Page(1, session: "a", site: "2")).Sessions);

    [Fact]
    public void Sessions_ThatBeganBeforeTheWindow_AreNotInIt()
    {
        var factors = Measure(Page(30.01, session: "a"), Page(29.99, session: "a"));

        Assert.Equal(0, factors.Sessions);
        Assert.Equal(0, factors[Factor.TimeOnSiteAvg].Value);
    }

    [Fact]
    public void PricingVisits_CountPageViewsOfPricingPagesOnly()
    {
        var factors = Measure(
            Page(1, "/pricing"), Page(1, "/pricing/"), Page(1, "/de/pricing/teams"), Page(1, "/pricing-faq"), Page(1, "/blog/pricing"),
            Custom(1, "pricing"));

        // /blog/pricing fits "/*/pricing": the first segment may be a language.
        Assert.Equal(4, factors[Factor.PricingPageVisits].Value);
    }

    [Fact]
    public void DemoRequest_FormEventAndThankYouPageOfOneSession_IsOne()
    {
        var factors = Measure(
            Form(1, "request-a-demo", "a"), Custom(1, "demo_request", "a"), Page(1, "/demo/thank-you", "a"), Custom(2, "book_demo", "b"));

        Assert.Equal(2, factors[Factor.DemoRequest].Value);
        Assert.Equal(1, factors[Factor.FormSubmissions].Value);
    }

    [Fact]
    public void DemoRequest_OfASessionThatBeganBeforeTheWindow_IsNotInIt()
    {
        var straddling = Measure(Page(30.01, session: "a"), Custom(29.99, "book_demo", "a"));
        var within = Measure(Page(30, session: "a"), Custom(29.99, "book_demo", "a"));

        Assert.Equal((0m, 1m), (straddling[Factor.DemoRequest].Value, within[Factor.DemoRequest].Value));
    }

    [Fact]
    public void LeadForms_OfTheCdp_AreFormsAndDemoRequestsButNoVisits()
    {
        var factors = Measure(Cdp(1, ActivityTypes.LeadSubmitted, "Demo request"), Cdp(2, ActivityTypes.LeadSubmitted, "Newsletter"));

        Assert.Equal(2, factors[Factor.FormSubmissions].Value);
        Assert.Equal((1m, ActivityOrigin.Cdp), (factors[Factor.DemoRequest].Value, factors[Factor.DemoRequest].Origin));
        Assert.Equal(0, factors.Sessions);
    }

    [Fact]
    public void EmailFactors_CountOpensAndClicksApart()
    {
        var factors = Measure(Cdp(1, ActivityTypes.EmailOpened), Cdp(2, ActivityTypes.EmailOpened), Cdp(3, ActivityTypes.EmailClicked));

        Assert.Equal((2m, 1m), (factors[Factor.EmailOpens].Value, factors[Factor.EmailClicks].Value));
        Assert.Equal(Ago(1), factors[Factor.EmailOpens].LatestAt);
    }

    [Fact]
    public void FormSubmissions_OfBothSystems_NameBoth()
    {
        var factors = Measure(Form(1, "contact"), Cdp(2, ActivityTypes.LeadSubmitted, "contact"));

        Assert.Equal(ActivityOrigin.Rybbit | ActivityOrigin.Cdp, factors[Factor.FormSubmissions].Origin);
    }
}
