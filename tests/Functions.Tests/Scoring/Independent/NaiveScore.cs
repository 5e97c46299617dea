namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>
/// The lead score as docs/lead-scoring.md tells it, written down a second time: all deeds of a person in a list, and one plain
/// query a factor. It shares nothing with the engine and takes no care of speed.
/// </summary>
internal sealed class NaiveScore(IEnumerable<Deed> deeds, DateTimeOffset now)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Month = TimeSpan.FromDays(30), Silence = TimeSpan.FromMinutes(30);
    private static readonly string[] DemoEvents = ["demo_request", "demo_requested", "request_demo", "book_demo"];
    private static readonly string[] ThankYouPages = ["/demo/thank-you", "/thank-you/demo"];

    private readonly List<Deed> _deeds = [.. deeds.Where(deed => deed.At <= now).OrderBy(deed => deed.At)];

    public IReadOnlyDictionary<string, decimal> Factors => new Dictionary<string, decimal>
    {
        ["page_views_last_7d"] = Within(Week).Count(deed => deed.Type == "pageview"),
        ["time_on_site_avg"] = MeanMinutes(),
        ["form_submissions"] = Within(Month).Count(IsForm),
        ["pricing_page_visits"] = Within(Month).Count(deed => deed.Type == "pageview" && IsPricing(deed.Path!)),
        ["demo_request"] = SessionsOfTheMonth().Count(session => session.Any(IsDemoRequest))
            + Within(Month).Count(deed => !deed.IsVisit && IsDemoRequest(deed)),
        ["email_opens"] = Within(Month).Count(deed => deed.Type == "email.opened"),
        ["email_clicks"] = Within(Month).Count(deed => deed.Type == "email.clicked"),
        ["return_visits"] = Math.Max(0, SessionsOfTheMonth().Count - 1),
    };

    public decimal Score
    {
        get
        {
            var factors = Factors;
            var sum = (factors["page_views_last_7d"] * 0.5m) + (factors["time_on_site_avg"] * 1.0m) + (factors["form_submissions"] * 5.0m)
                + (factors["pricing_page_visits"] * 3.0m) + (factors["demo_request"] * 10.0m) + (factors["email_opens"] * 0.5m)
                + (factors["email_clicks"] * 1.0m) + (factors["return_visits"] * 2.0m);
            return Math.Clamp(decimal.Round(sum, 2, MidpointRounding.AwayFromZero), 0m, 999.99m);
        }
    }

    public string Segment => Score switch
    {
        < 20m => "cold_lead",
        < 50m => "warm_lead",
        < 80m => "hot_lead",
        _ => "sales_ready",
    };

    private IEnumerable<Deed> Within(TimeSpan window) => _deeds.Where(deed => deed.At >= now - window);

    private decimal MeanMinutes()
    {
        var lengths = SessionsOfTheMonth().Select(session => (decimal)(session[^1].At - session[0].At).TotalMilliseconds).ToList();
        return lengths.Count == 0 ? 0 : lengths.Sum() / lengths.Count / 60_000;
    }

    /// <summary>Those that start in the window.</summary>
    private List<List<Deed>> SessionsOfTheMonth() => [.. Sessions().Where(session => session[0].At >= now - Month)];

    private List<List<Deed>> Sessions()
    {
        var visits = _deeds.Where(deed => deed.IsVisit).ToList();
        var sessions = visits.Where(visit => visit.Session is not null)
            .GroupBy(visit => (visit.Site, visit.Session)).Select(session => session.ToList()).ToList();
        foreach (var site in visits.Where(visit => visit.Session is null).GroupBy(visit => visit.Site))
        {
            List<Deed>? open = null;
            foreach (var visit in site)
            {
                if (open is null || visit.At - open[^1].At > Silence) sessions.Add(open = []);
                open.Add(visit);
            }
        }

        return sessions;
    }

    private static bool IsForm(Deed deed) => deed.Type is "form_submit" or "lead.submitted";

    private static bool IsDemoRequest(Deed deed) =>
        (IsForm(deed) && deed.Form?.Contains("demo", StringComparison.OrdinalIgnoreCase) == true)
        || (deed.Type == "custom_event" && DemoEvents.Contains(deed.Name))
        || (deed.Type == "pageview" && ThankYouPages.Contains(deed.Path));

    /// <summary>/pricing, /pricing/**, /*/pricing, /*/pricing/**</summary>
    private static bool IsPricing(string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return steps.FirstOrDefault() == "pricing" || steps.ElementAtOrDefault(1) == "pricing";
    }
}
