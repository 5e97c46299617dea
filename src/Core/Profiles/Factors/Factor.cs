namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>The behavioural factors of a lead score. Counts unless said otherwise.</summary>
public enum Factor
{
    PageViewsLast7d,

    /// <summary>Mean session length in minutes; a session of one event lasts 0 minutes and counts.</summary>
    TimeOnSiteAvg,
    FormSubmissions,
    PricingPageVisits,

    /// <summary>Sessions with at least one demo request, so that form, event and thank-you page count once.</summary>
    DemoRequest,
    EmailOpens,
    EmailClicks,

    /// <summary>Sessions after the first one in the window.</summary>
    ReturnVisits,
}
