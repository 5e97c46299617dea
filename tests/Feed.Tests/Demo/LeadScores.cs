using PersonalizationEngine.Feed.Sending;

namespace Feed.Tests.Demo;

/// <summary>The lead score of the product requirements, from the events alone, over the 30 days before an instant.</summary>
internal static class LeadScores
{
    public static Dictionary<string, double> At(
        DateTimeOffset now, IReadOnlyList<SentEvent> events, Identities identities) => events
        .Where(sent => !sent.Type.StartsWith("item.", StringComparison.Ordinal))
        .Where(sent => sent.At > now.AddDays(-30) && sent.At <= now)
        .GroupBy(identities.PersonOf)
        .Where(person => person.Any(sent => sent.Endpoint == Endpoint.Rybbit))
        .ToDictionary(person => person.Key, person => ScoreOf(now, [.. person]));

    private static double ScoreOf(DateTimeOffset now, IReadOnlyList<SentEvent> events)
    {
        var sessions = events.Where(sent => sent.Endpoint == Endpoint.Rybbit).GroupBy(sent => sent.Text("session_id")).ToList();
        var views = events.Where(sent => sent.Type == "pageview").ToList();
        var minutes = sessions.Average(session => (session.Max(sent => sent.At) - session.Min(sent => sent.At)).TotalMinutes);
        var demos = events.Where(IsDemoRequest).Select(sent => sent.Text("session_id")).Distinct().Count();
        return (views.Count(sent => sent.At > now.AddDays(-7)) * 0.5)
            + minutes
            + (events.Count(sent => sent.Type == "form_submit") * 5)
            + (views.Count(sent => sent.Path == "/pricing") * 3)
            + (demos * 10)
            + (events.Count(sent => sent.Type == "email.opened") * 0.5)
            + events.Count(sent => sent.Type == "email.clicked")
            + ((sessions.Count - 1) * 2);
    }

    private static bool IsDemoRequest(SentEvent sent)
    {
        if (sent.Type != "form_submit") return sent.Text("event_name") == "demo_request";
        return sent.Json.GetProperty("properties").ToString().Contains("demo-request", StringComparison.Ordinal);
    }
}
