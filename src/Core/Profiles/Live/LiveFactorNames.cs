using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Profiles.Live;

/// <summary>Live factors under the names they have in conditions, and which of them an activity is.</summary>
public static class LiveFactorNames
{
    private static readonly string[] Names =
        ["page_views", "form_submissions", "pricing_page_visits", "demo_requests", "email_opens", "email_clicks"];

    public static IReadOnlyList<LiveFactor> All { get; } = Enum.GetValues<LiveFactor>();

    public static string Name(this LiveFactor factor) => Names[(int)factor];

    /// <summary>A view of the pricing page is a page view, too; most other activities are nothing.</summary>
    public static IReadOnlyList<LiveFactor> Of(in Activity activity, SignalDefinitions definitions)
    {
        var factors = new List<LiveFactor>(2);
        var signals = definitions.Of(activity);
        if (activity.Type == ActivityTypes.PageView) factors.Add(LiveFactor.PageViews);
        if (signals.HasFlag(Signal.FormSubmission)) factors.Add(LiveFactor.FormSubmissions);
        if (signals.HasFlag(Signal.PricingVisit)) factors.Add(LiveFactor.PricingPageVisits);
        if (signals.HasFlag(Signal.DemoRequest)) factors.Add(LiveFactor.DemoRequests);
        if (activity.Type == ActivityTypes.EmailOpened) factors.Add(LiveFactor.EmailOpens);
        if (activity.Type == ActivityTypes.EmailClicked) factors.Add(LiveFactor.EmailClicks);
        return factors;
    }
}
