using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Overview.Alerts;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Dashboard.Overview;

/// <summary>What things are called on the overview.</summary>
internal static class OverviewWords
{
    public static string Of(LeadSegment segment) => segment switch
    {
        LeadSegment.SalesReady => "Sales-ready",
        LeadSegment.HotLead => "Hot",
        LeadSegment.WarmLead => "Warm",
        _ => "Cold",
    };

    public static (string Word, Tone Tone) Of(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Critical => ("Critical", Tone.Bad),
        AlertSeverity.Warning => ("Warning", Tone.Warn),
        _ => ("Notice", Tone.Info),
    };

    public static string OfStatus(string status) => status switch
    {
        MessageStatus.Waiting => "Waiting for their time",
        MessageStatus.Sending => "Being sent",
        MessageStatus.Sent => "Sent",
        MessageStatus.Suppressed => "Held back (consent, caps, opt-outs …)",
        MessageStatus.Failed => "Given up",
        MessageStatus.Cancelled => "Stopped with their campaign",
        _ => status,
    };

    public static string OfSync(string name) => name switch
    {
        WatchedSyncs.Behaviour => "Behaviour from web analytics",
        WatchedSyncs.Interactions => "Interactions with items",
        WatchedSyncs.Customers => "Customers of the CDP",
        WatchedSyncs.Gorse => "Recommender (Gorse)",
        _ => name,
    };

    /// <returns>The page that helps, and what it is called.</returns>
    public static (string Address, string Label) PlaceOf(Alert alert) => alert.Place switch
    {
        AlertPlace.Timers => ("/dashboard/operations/timers", "Timers"),
        AlertPlace.Orchestrations => ("/dashboard/operations/orchestrations", "Orchestrations"),
        AlertPlace.DeadLetters => ("/dashboard/dead-letters", "Dead letters"),
        AlertPlace.Experiment when alert.ExperimentId is { } id => ($"/dashboard/experiments/{id}", "The experiment"),
        AlertPlace.Experiment => ("/dashboard/experiments", "Experiments"),
        _ => ("/dashboard/operations", "Operations"),
    };
}
