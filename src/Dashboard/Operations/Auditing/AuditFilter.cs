using System.Globalization;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Dashboard.Operations.Auditing;

/// <summary>Which entries a page of the audit is about, by its query.</summary>
internal static class AuditFilter
{
    private const int LongestKind = 40, LongestSubject = 300, LongestName = 100;

    /// <summary>What a field for a date and a time sends, and what links of ours have.</summary>
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd"];

    public static IReadOnlyList<(string Value, string Label)> Kinds { get; } =
    [
        ("", "everything"), ("rule", "rules"), ("experiment", "experiments"), ("campaign", "campaigns"), ("message_templates", "message templates"),
        ("segments", "segments"), ("saved_groups", "saved groups"), ("scoring_model", "scoring models"), ("suppressions", "suppressions"),
        (AuditedKinds.Person, "people"), (AuditedKinds.WebhookEndpoint, "webhook endpoints"), (AuditedKinds.RefusedEvents, "refused events"),
        (AuditedKinds.DeadLetters, "dead letters"), (AuditedKinds.Recommender, "recommender"), (AuditedKinds.AccessKey, "keys"), (AuditedKinds.SignIn, "sign-ins"),
    ];

    /// <summary>What cannot be understood is told at its field, and left open.</summary>
    public static AuditQuestion Read(Visit visit) => new(
        Short(visit, "kind", LongestKind) is { } kind ? DefinitionKinds.Of(kind) : null, Short(visit, "id", LongestSubject), Short(visit, "by", LongestName),
        Instant(visit, "from"), Instant(visit, "to"));

    private static string? Short(Visit visit, string name, int longest)
    {
        var text = visit.Query(name)?.Trim();
        if (text is null or { Length: 0 }) return null;
        if (text.Length <= longest) return text;
        visit.Fault(name, $"must be {longest} characters at most");
        return null;
    }

    private static DateTimeOffset? Instant(Visit visit, string name)
    {
        if (visit.Query(name) is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && instant.Year is > 1970 and < 9999) return instant;
        visit.Fault(name, "must be a date and a time, as in 2026-05-14T09:30");
        return null;
    }
}
