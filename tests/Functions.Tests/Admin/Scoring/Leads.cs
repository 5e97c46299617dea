using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Scoring;

/// <summary>Leads of some weeks ago, and who of them became a customer.</summary>
internal static class Leads
{
    /// <param name="forms">Forms sent within an hour; each is worth 5 points, so 16 of them make a sales-ready lead.</param>
    /// <param name="daysAgo">When they did that.</param>
    /// <param name="convertedDaysAgo">Null for never.</param>
    public static async Task SendAsync(EngineClient client, int count, int forms, double daysAgo, Func<int, double?> convertedDaysAgo)
    {
        var people = Enumerable.Range(0, count).Select(_ => Sent.NewId("lead")).ToList();
        foreach (var some in people.Chunk(50))
            await client.AcceptEventsAsync("rybbit", some.SelectMany(person => Enumerable.Range(0, forms).Select(form =>
                Sent.Rybbit(person, "form_submit", (daysAgo * 24 * 60) - form, "visit", ("pathname", "/contact")))));
        var converted = people.Select((person, place) => (Person: person, DaysAgo: convertedDaysAgo(place))).Where(one => one.DaysAgo is not null).ToList();
        if (converted.Count > 0)
            await client.AcceptEventsAsync("cdp", converted.Select(one => Sent.Cdp(
                "lead.converted", one.DaysAgo!.Value * 24 * 60, new JsonObject { ["user_id"] = one.Person, ["goal"] = "enrolment" })));
    }
}
