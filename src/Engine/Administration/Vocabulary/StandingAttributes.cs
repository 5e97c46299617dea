using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Administration.Vocabulary;

/// <summary>Attributes that everybody can have, whoever is stored.</summary>
internal static class StandingAttributes
{
    private static readonly string[] YesOrNo = ["true", "false"];

    public static IReadOnlyList<KnownField> All { get; } =
    [
        new("id", "text", []), new("known", "boolean", YesOrNo), new("identified", "boolean", YesOrNo), new("score", "number", []),
        new("segment", "text", [.. Enum.GetValues<LeadSegment>().Select(segment => segment.Name())]),
        .. Enum.GetValues<Factor>().Select(factor => new KnownField($"factors.{factor.Name()}", "number", [])),
        new("sessions", "number", []),
        .. Texts("email", "phone", "name", "company", "job_title", "country", "language", "timezone"),
        new("preferred_channel", "text", ["email", "sms", "push", "website"]),
        .. new[] { "analytics", "personalization", "email", "sms", "push" }.Select(purpose => new KnownField($"consent.{purpose}", "boolean", YesOrNo)),
        new("days_since_first_seen", "number", []), new("days_since_last_seen", "number", []),
        .. Texts("utm.source", "utm.medium", "utm.campaign", "utm.term", "utm.content"),
        new("device.type", "text", ["desktop", "mobile", "tablet"]),
        .. new[] { "page_views", "form_submissions", "pricing_page_visits", "demo_requests", "email_opens", "email_clicks" }
            .Select(count => new KnownField($"live.{count}", "number", [])),
        new("time.hour", "number", []), new("time.date", "text", []), new("time.unix", "number", []),
        new("time.weekday", "text", ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    ];

    private static IEnumerable<KnownField> Texts(params IEnumerable<string> paths) => paths.Select(path => new KnownField(path, "text", []));
}
