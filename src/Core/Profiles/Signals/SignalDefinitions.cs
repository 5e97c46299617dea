namespace PersonalizationEngine.Core.Profiles.Signals;

/// <summary>Which activities are form submissions, pricing visits and demo requests on this site; any pattern suffices.</summary>
public sealed record SignalDefinitions(
    IReadOnlyList<SignalPattern> FormSubmission,
    IReadOnlyList<SignalPattern> PricingVisit,
    IReadOnlyList<SignalPattern> DemoRequest)
{
    /// <summary>Definitions that hold for most B2B sites without configuration.</summary>
    public static SignalDefinitions Default { get; } = new(
        [SignalPattern.OfType(ActivityTypes.FormSubmit, ActivityTypes.LeadSubmitted)],
        [SignalPattern.OfPages("/pricing", "/pricing/**", "/*/pricing", "/*/pricing/**")],
        [
            SignalPattern.OfEvents("demo_request", "demo_requested", "request_demo", "book_demo"),
            SignalPattern.OfForms("*demo*"),
            SignalPattern.OfPages("/demo/thank-you", "/thank-you/demo"),
        ]);

    public Signal Of(in Activity activity)
    {
        var signals = Signal.None;
        if (AnyMatches(FormSubmission, activity)) signals |= Signal.FormSubmission;
        if (AnyMatches(PricingVisit, activity)) signals |= Signal.PricingVisit;
        if (AnyMatches(DemoRequest, activity)) signals |= Signal.DemoRequest;
        return signals;
    }

    private static bool AnyMatches(IReadOnlyList<SignalPattern> patterns, in Activity activity)
    {
        foreach (var pattern in patterns)
            if (pattern.Matches(activity)) return true;
        return false;
    }
}
