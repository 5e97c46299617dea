namespace PersonalizationEngine.Core.Profiles.Live;

/// <summary>What is counted of a person's last hour, act by act.</summary>
public enum LiveFactor
{
    PageViews,
    FormSubmissions,
    PricingPageVisits,
    DemoRequests,
    EmailOpens,
    EmailClicks,
}
