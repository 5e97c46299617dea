namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>
/// Makes people from a seed: visits over 40 days with and without session ids, forms, demo requests, mails, and deeds just
/// inside and just outside the windows. Nothing lies so near an edge that the time the test takes could move it across.
/// </summary>
internal sealed class LeadMaker(Random random, DateTimeOffset now, string run)
{
    private static readonly string[] Paths =
    [
        "/", "/pricing", "/pricing/", "/pricing/teams", "/pricing/teams/yearly", "/de/pricing", "/de/pricing/teams", "/blog/pricing", "/a/b/pricing",
        "/pricing-faq", "/blog/hello", "/demo", "/demo/thank-you", "/thank-you/demo", "/demo/thank-you/again",
    ];

    private static readonly string[] Types = ["pageview", "pageview", "pageview", "custom_event", "performance", "button_click", "form_submit", "identify"];
    private static readonly string[] EventNames = ["signup", "demo", "demo_request", "demo_requested", "request_demo", "book_demo", "video"];
    private static readonly string[] Forms = ["contact", "newsletter", "demo", "Request a Demo", "book-a-demo-2"];
    private static readonly string[] CdpTypes = ["email.opened", "email.opened", "email.clicked", "lead.submitted"];

    private int _made;

    public Lead Make()
    {
        var number = ++_made;
        var identification = (Identification)(number % Enum.GetValues<Identification>().Length);
        var login = new Deed(SomeTime(), "identify", Session: "login");
        var wire = new Wire($"{run}-{number}", identification, login.At, random);
        List<Deed> deeds = [.. Visits(number), .. Mails(), .. EdgeDeeds()];
        if (identification is not Identification.StaysAnonymous) deeds.Add(login);

        List<SentEvent> events = [.. deeds.Select(wire.Write), .. wire.Links()];
        for (var i = 0; i < events.Count; i++) events[i].Json[random.Next(2) == 0 ? "event_id" : "id"] = $"{run}-{number}-{i}";
        var repeats = events.Where(_ => random.Next(10) == 0).Select(sent => sent with { Json = sent.Json.DeepClone().AsObject() }).ToList();
        return new Lead(wire.Ids, deeds, [.. events, .. repeats]);
    }

    /// <summary>Whole days and some hours ago: far from the edges, which are now and now less 7 or 30 days.</summary>
    private DateTimeOffset SomeTime() => now.AddDays(-random.Next(0, 40)).AddHours(-1 - (random.NextDouble() * 20));

    private IEnumerable<Deed> Visits(int lead)
    {
        var count = random.Next(0, 9);
        for (var visit = 0; visit < count; visit++)
        {
            var at = SomeTime();
            var session = random.Next(3) == 0 ? null : $"session-{visit}";
            var site = session is null ? "1" : $"{random.Next(1, 3)}";
            for (var step = random.Next(1, 8); step > 0; step--)
            {
                yield return Visit(at, site, session);
                at = at.AddMilliseconds(random.Next(0, 6 * 60_000));
                if (session is null && random.Next(12) == 0) at = at.AddMinutes(-6);
            }
        }

        // Two sites may give the same session id, and a silent half hour does not end a session that has one.
        if (lead % 7 == 0)
        {
            var at = now.AddDays(-3).AddHours(-2);
            foreach (var site in (string[])["1", "2"]) yield return Visit(at, site, "shared");
            yield return Visit(at.AddHours(1), "1", "shared");
            yield return new Deed(at.AddDays(-2), "pageview", Path: "/");
            yield return new Deed(at.AddDays(-2).AddMinutes(29.9), "pageview", Path: "/");
            yield return new Deed(at.AddDays(-2).AddMinutes(60.1), "pageview", Path: "/");
        }
    }

    private IEnumerable<Deed> Mails()
    {
        for (var count = random.Next(0, 12); count > 0; count--)
        {
            var type = CdpTypes[random.Next(CdpTypes.Length)];
            yield return new Deed(
                now.AddHours(-1 - random.Next(0, 24 * 40)).AddMinutes(-30), type,
                Form: type == "lead.submitted" && random.Next(4) > 0 ? Forms[random.Next(Forms.Length)] : null);
        }
    }

    /// <summary>A few minutes inside and outside of each window; the session that straddles an edge began outside.</summary>
    private IEnumerable<Deed> EdgeDeeds()
    {
        foreach (var minutes in (int[])[-12, -5, 5, 12])
        {
            if (random.Next(3) > 0) continue;
            var (week, month) = (now.AddDays(-7).AddMinutes(minutes), now.AddDays(-30).AddMinutes(minutes));
            yield return Visit(week, "1", "edge-of-week");
            yield return Visit(month, "1", "edge-of-month");
            yield return new Deed(month, CdpTypes[random.Next(CdpTypes.Length)], Form: "demo");
        }

        if (random.Next(3) == 0) yield return Visit(now.AddMinutes(-2), "1", "now");
        if (random.Next(3) == 0) yield return Visit(now.AddMinutes(4), "1", "now");
    }

    private Deed Visit(DateTimeOffset at, string site, string? session)
    {
        var type = Types[random.Next(Types.Length)];
        return new Deed(
            at, type, site, session,
            Path: Paths[random.Next(Paths.Length)],
            Name: type == "custom_event" ? EventNames[random.Next(EventNames.Length)] : null,
            Form: type == "form_submit" ? Forms[random.Next(Forms.Length)] : null);
    }
}
