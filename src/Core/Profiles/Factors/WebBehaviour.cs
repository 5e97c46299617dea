namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>
/// What one visitor did on the web, counted by the system that saw it: the parts of the factors that add up when several ids
/// turn out to be one person. Everything up to <see cref="AsOf"/> is in it and nothing later; windows end there.
/// </summary>
/// <param name="TimedSessions">Sessions started in the window of <see cref="Factor.TimeOnSiteAvg"/>.</param>
/// <param name="TimeOnSite">Their lengths together.</param>
/// <param name="LastTimedAt">The newest end of one of them.</param>
/// <param name="Visits">Sessions started in the window of <see cref="Factor.ReturnVisits"/>.</param>
/// <param name="LastVisitAt">The start of the newest of them.</param>
/// <param name="LastSession">The newest session, which later activities may continue; null when there is none.</param>
public sealed record WebBehaviour(
    DateTimeOffset AsOf,
    SignalCount PageViews,
    SignalCount FormSubmissions,
    SignalCount PricingPageVisits,
    SignalCount DemoRequests,
    long TimedSessions,
    TimeSpan TimeOnSite,
    DateTimeOffset? LastTimedAt,
    long Visits,
    DateTimeOffset? LastVisitAt,
    WebSession? LastSession);
