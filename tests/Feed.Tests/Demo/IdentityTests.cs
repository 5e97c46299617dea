using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class IdentityTests(DefaultMonth fixture)
{
    private readonly List<SentEvent> _behaviour = [.. fixture.Sent.Where(sent => sent.Endpoint.Name == "rybbit")];

    [Fact]
    public void People_OfTheMonth_AreIdentifiedInSixOfTenCases()
    {
        var customers = fixture.Sent.Where(sent => sent.Type == "customer.upserted")
            .Select(fixture.Identities.PersonOf).Distinct().Count();

        Assert.InRange(customers / (double)DefaultMonth.Plan.People, 0.55, 0.65);
    }

    [Fact]
    public void Identify_OnADevice_PartsAnonymousEventsFromKnownOnes()
    {
        var devices = _behaviour.Where(sent => sent.Text("anonymous_id") is not null).GroupBy(sent => sent.Text("anonymous_id"));
        var (hadAnonymousPast, identified) = (0, 0);
        foreach (var device in devices)
        {
            var events = device.ToList();
            var at = events.FindIndex(sent => sent.Type == "identify");
            Assert.All(events.Take(at < 0 ? events.Count : at), sent => Assert.Null(sent.Text("user_id")));
            if (at < 0) continue;
            Assert.All(events.Skip(at), sent => Assert.NotNull(sent.Text("user_id")));
            identified++;
            hadAnonymousPast += at > 0 ? 1 : 0;
        }

        Assert.InRange(identified, 1_000, 1_500);
        Assert.True(hadAnonymousPast > identified * 0.9);
    }

    [Fact]
    public void Devices_OfIdentifiedPeople_AreSometimesTwo()
    {
        var two = _behaviour.Where(sent => sent.Type == "identify").GroupBy(sent => sent.Text("user_id"))
            .Count(person => person.Select(sent => sent.Text("anonymous_id")).Distinct().Count() == 2);

        Assert.InRange(two, 50, 400);
    }

    [Fact]
    public void Events_OfTheFirstGeneration_CarryOneKindOfIdOnly()
    {
        var userOnly = _behaviour.Where(sent => sent.Text("user_id") is not null && sent.Text("anonymous_id") is null).ToList();
        var neither = _behaviour.Where(sent => sent.Text("user_id") is null && sent.Text("anonymous_id") is null).ToList();

        Assert.InRange(userOnly.Count / (double)_behaviour.Count, 0.04, 0.15);
        Assert.InRange(neither.Count / (double)_behaviour.Count, 0.01, 0.1);
        Assert.All(neither, sent => Assert.NotEmpty(sent.Text("ip_address")!));
        Assert.All(neither, sent => Assert.NotEmpty(sent.Text("user_agent")!));
    }

    [Fact]
    public void Consents_OfCustomers_AreNotAllGiven()
    {
        var first = FirstConsents().Select(sent => MayBeMailed(sent)).ToList();
        var withdrawn = fixture.Sent.Count(sent => sent.Type == "consent.updated" && sent.Data.TryGetProperty("granted", out _));

        Assert.InRange(first.Count(granted => granted) / (double)first.Count, 0.6, 0.75);
        Assert.InRange(withdrawn, 10, 100);
    }

    [Fact]
    public void Mails_ToPeople_GoOnlyToThoseWhoMayBeMailed()
    {
        var refusing = FirstConsents().Where(sent => !MayBeMailed(sent)).Select(fixture.Identities.PersonOf).ToHashSet();
        var mailed = fixture.Sent.Where(sent => sent.Type is "email.opened" or "email.clicked")
            .Select(fixture.Identities.PersonOf);

        Assert.Empty(refusing.Intersect(mailed));
    }

    private IEnumerable<SentEvent> FirstConsents() =>
        fixture.Sent.Where(sent => sent.Type == "consent.updated" && sent.Data.TryGetProperty("consents", out _));

    private static bool MayBeMailed(SentEvent consents) =>
        consents.Data.GetProperty("consents").GetProperty("email").GetBoolean();
}
