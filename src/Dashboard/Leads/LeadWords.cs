using System.Globalization;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Dashboard.Texts;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>What the engine's names mean to whoever sells.</summary>
internal static class LeadWords
{
    public static IReadOnlyList<LeadSegment> WarmestFirst { get; } = [LeadSegment.SalesReady, LeadSegment.HotLead, LeadSegment.WarmLead, LeadSegment.ColdLead];

    public static string Of(LeadSegment segment) => segment switch
    {
        LeadSegment.SalesReady => "Sales-ready",
        LeadSegment.HotLead => "Hot",
        LeadSegment.WarmLead => "Warm",
        _ => "Cold",
    };

    public static Tone ToneOf(LeadSegment segment) => segment switch
    {
        LeadSegment.SalesReady => Tone.Good,
        LeadSegment.HotLead => Tone.Warn,
        LeadSegment.WarmLead => Tone.Info,
        _ => Tone.Plain,
    };

    public static string Of(Factor factor) => factor switch
    {
        Factor.PageViewsLast7d => "Page views",
        Factor.TimeOnSiteAvg => "Time on site",
        Factor.FormSubmissions => "Forms sent",
        Factor.PricingPageVisits => "Pricing page visits",
        Factor.DemoRequest => "Demo requests",
        Factor.EmailOpens => "E-mails opened",
        Factor.EmailClicks => "E-mail clicks",
        _ => "Return visits",
    };

    public static string Amount(Factor factor, decimal value) =>
        factor == Factor.TimeOnSiteAvg ? $"{Points(value)} min a visit" : Figures.Number((double)value);

    /// <summary>With two decimals, as scores are stored.</summary>
    public static string Points(decimal points) => points.ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Channel(string channel) => channel switch
    {
        "email" => "E-mail",
        "sms" => "SMS",
        "push" => "Push",
        _ => channel,
    };

    public static string Of(RoutingReason reason) => reason == RoutingReason.Allowed ? "can be reached" : Plain(reason.Name());

    /// <summary>A name of the engine with spaces: <c>no_consent</c> reads "no consent".</summary>
    public static string Plain(string name) => name.Replace('_', ' ');

    public static string Event(string type) => type switch
    {
        "pageview" => "Page viewed",
        "custom_event" => "Event",
        "form_submit" => "Form sent",
        "identify" => "Signed in",
        "lead.submitted" => "Lead form sent",
        "email.opened" => "E-mail opened",
        "email.clicked" => "E-mail clicked",
        _ => Plain(type),
    };

    public static string Source(string source) => source switch
    {
        "rybbit" => "website",
        "cdp" => "CDP",
        _ => source,
    };

    /// <summary>At most so many characters, whole ones.</summary>
    public static string Short(string? text, int most = 80)
    {
        if (text is null || text.Length <= most) return text ?? "";
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + "…";
    }

    public static string Address(string id) => $"/dashboard/lead?id={Uri.EscapeDataString(id)}";
}
