using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Engine.Leads.Timeline;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>Which factors an event counts for, by the definitions that scores are made with.</summary>
internal static class FactorEvents
{
    public static IEnumerable<Factor> Of(PersonEvent one, SignalDefinitions signals)
    {
        var activity = new Activity(one.At, one.Source == "cdp" ? ActivityOrigin.Cdp : ActivityOrigin.Rybbit, one.Type, one.Name, one.Path, one.Form);
        var shown = signals.Of(activity);
        if (one.Type == ActivityTypes.PageView) yield return Factor.PageViewsLast7d;
        if (one.Type == ActivityTypes.EmailOpened) yield return Factor.EmailOpens;
        if (one.Type == ActivityTypes.EmailClicked) yield return Factor.EmailClicks;
        if (shown.HasFlag(Signal.FormSubmission)) yield return Factor.FormSubmissions;
        if (shown.HasFlag(Signal.PricingVisit)) yield return Factor.PricingPageVisits;
        if (shown.HasFlag(Signal.DemoRequest)) yield return Factor.DemoRequest;
    }

    /// <summary>What an event was about, in a line.</summary>
    public static string About(PersonEvent one) =>
        LeadWords.Short(string.Join(" · ", new[] { one.Name, one.Path, one.Form?.Replace('\n', ' '), one.ItemId }.Where(part => !string.IsNullOrEmpty(part)).Distinct()), 160);
}
