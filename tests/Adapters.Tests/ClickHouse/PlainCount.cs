using System.Text.Json;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>The default factors counted a second time, from their description alone: nothing in here is the engine's.</summary>
internal static class PlainCount
{
    private static readonly string[] DemoEvents = ["demo_request", "demo_requested", "request_demo", "book_demo"], FormFields = ["formId", "formName", "formAction"];

    public static void IsEqual(IReadOnlyList<EventRow> ofVisitor, VisitorBehaviour visitor)
    {
        var behaviour = visitor.Behaviour;
        var now = behaviour.AsOf;
        var month = now.AddDays(-30);
        var rows = ofVisitor.OrderBy(row => row.Milliseconds).ToList();
        var sessions = Sessions(rows);
        var recent = sessions.Where(session => session[0].At >= month).ToList();

        IsCount(rows.Where(row => row.Type == "pageview" && row.At >= now.AddDays(-7)), behaviour.PageViews.Count, behaviour.PageViews.LatestAt);
        IsCount(rows.Where(row => row.Type == "form_submit" && row.At >= month), behaviour.FormSubmissions.Count, behaviour.FormSubmissions.LatestAt);
        IsCount(rows.Where(row => IsPricing(row) && row.At >= month), behaviour.PricingPageVisits.Count, behaviour.PricingPageVisits.LatestAt);
        IsCount(recent.Where(session => session.Any(IsDemo)).Select(session => session.First(IsDemo)), behaviour.DemoRequests.Count, behaviour.DemoRequests.LatestAt);

        Assert.Equal(recent.Count, behaviour.TimedSessions);
        Assert.Equal(recent.Sum(session => session[^1].Milliseconds - session[0].Milliseconds), behaviour.TimeOnSite.TotalMilliseconds);
        Assert.Equal(recent.Count, behaviour.Visits);
        Assert.Equal(recent.Count > 0 ? recent.Max(session => session[0].At) : null, behaviour.LastVisitAt);
        Assert.Equal((rows[0].At, rows[^1].At), (visitor.FirstSeenAt, visitor.LastSeenAt));

        var newest = behaviour.LastSession!.Value;
        Assert.Contains(sessions, session => session[^1].At == rows[^1].At
            && newest == new Core.Profiles.Factors.WebSession(session[0].Site.ToString(null, null), session[0].Session, session[0].At, session[^1].At, session.Any(IsDemo)));
        Assert.Contains(rows, row => row.At == rows[^1].At && (row.Country.Length == 2 ? row.Country : null) == visitor.Country && row.Language == visitor.Language
            && string.Equals(row.Device, visitor.Device["type"].Text, StringComparison.OrdinalIgnoreCase) && row.Browser == visitor.Device["browser"].Text && row.System == visitor.Device["os"].Text);
        var told = rows.Where(row => Campaign(row).Count > 0).ToList();
        Assert.Contains(told.Count > 0 ? told.Where(row => row.At == told[^1].At) : rows, row => Campaign(row).SetEquals(visitor.Campaign.Names.Select(name => $"{name}={visitor.Campaign[name].Text}")));
        Assert.Equal(ofVisitor.Any(row => row.IdentifiedUser.Length > 0) || ofVisitor[0].Visitor.Length != 64, visitor.IsIdentified);
    }

    private static void IsCount(IEnumerable<EventRow> expected, long count, DateTimeOffset? latest)
    {
        var rows = expected.ToList();
        Assert.Equal((rows.Count, rows.Count > 0 ? rows.Max(row => row.At) : null), (count, latest));
    }

    private static List<List<EventRow>> Sessions(List<EventRow> rows)
    {
        var named = rows.Where(row => row.Session.Length > 0).GroupBy(row => (row.Site, row.Session)).Select(session => session.ToList()).ToList();
        foreach (var site in rows.Where(row => row.Session.Length == 0).GroupBy(row => row.Site))
        {
            List<EventRow> open = [];
            foreach (var row in site)
            {
                if (open.Count == 0 || row.At - open[^1].At > TimeSpan.FromMinutes(30)) named.Add(open = []);
                open.Add(row);
            }
        }

        return named;
    }

    private static bool IsPricing(EventRow row) => row.Type == "pageview" && row.Path.ToUpperInvariant().Trim('/').Split('/') is ["PRICING", ..] or [_, "PRICING", ..];

    private static bool IsDemo(EventRow row) =>
        (row.Type == "custom_event" && DemoEvents.Contains(row.Name, StringComparer.OrdinalIgnoreCase))
        || (row.Type == "pageview" && row.Path.TrimEnd('/').ToUpperInvariant() is "/DEMO/THANK-YOU" or "/THANK-YOU/DEMO")
        || (row.Type == "form_submit" && FormFields.Any(field => row.Properties.TryGetProperty(field, out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString()!.Contains("demo", StringComparison.OrdinalIgnoreCase)));

    private static HashSet<string> Campaign(EventRow row) =>
        [.. row.Parameters.Where(pair => pair.Key.StartsWith("utm_", StringComparison.Ordinal) && pair.Value.Length > 0).Select(pair => $"{pair.Key[4..]}={pair.Value}")];
}
