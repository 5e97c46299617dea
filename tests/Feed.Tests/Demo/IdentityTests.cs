namespace Feed.Tests.Demo;

public sealed class IdentityTests(DefaultMonth fixture)
{
    private readonly List<SentEvent> _behaviour = [.. fixture.Sent.Where(sent => sent.Endpoint.Name == "rybbit")];

    [Fact]
    public void People_OfTheMonth_AreIdentifiedInSixOfTenCases()
    {
        var customers = fixture.Sent.Where(sent => sent.Type == "customer.upserted").Select(fixture.Identities.PersonOf).Distinct().Count();

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
        Assert.All(neither, sent => Assert.False(string.IsNullOrEmpty(sent.Text("ip_address")) || string.IsNullOrEmpty(sent.Text("user_agent"))));
    }

    [Fact]
    public void Consents_OfCustomers_AreNotAllGiven()
    {
        var email = fixture.Sent.Where(sent => sent.Type == "consent.updated" && sent.Data.TryGetProperty("consents", out _))
            .Select(sent => sent.Data.GetProperty("consents").GetProperty("email").GetBoolean()).ToList();

        Assert.InRange(email.Count(granted => granted) / (double)email.Count, 0.6, 0.75);
        Assert.Contains(fixture.Sent, sent => sent.Type == "consent.updated" && sent.Data.TryGetProperty("granted", out var granted) && !granted.GetBoolean());
    }

    [Fact]
    public void Mails_ToPeople_GoOnlyToThoseWhoMayBeMailed()
    {
        var refusing = fixture.Sent.Where(sent => sent.Type == "consent.updated" && sent.Data.TryGetProperty("consents", out var all) && !all.GetProperty("email").GetBoolean())
            .Select(fixture.Identities.PersonOf).ToHashSet();

        Assert.DoesNotContain(
            fixture.Sent, sent => sent.Type.StartsWith("email.", StringComparison.Ordinal) && refusing.Contains(fixture.Identities.PersonOf(sent)));
    }
}
