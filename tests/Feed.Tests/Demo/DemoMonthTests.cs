using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Feed.Demo;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class DemoMonthTests(DefaultMonth fixture)
{
    private static readonly DemoPlan Small = DefaultMonth.Plan with { People = 120, Items = 60, Events = 6_000 };

    [Fact]
    public void MakeUp_SameSeedAndNow_SameBytes() => Assert.Equal(HashOf(Small), HashOf(Small with { }));

    [Fact]
    public void MakeUp_OtherSeedOrNow_OtherBytes()
    {
        string[] hashes = [HashOf(Small), HashOf(Small with { Seed = 43 }), HashOf(Small with { Now = Small.Now.AddHours(1) })];

        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void MakeUp_OnePersonMore_LeavesTheOthersAsTheyAre()
    {
        var before = DemoMonth.MakeUp(Small).People[50].Person;
        var after = DemoMonth.MakeUp(Small with { People = Small.People + 1 }).People[50].Person;

        Assert.Equal((before.UserId, before.Tribe), (after.UserId, after.Tribe));
        Assert.Equal((before.Intent, before.Peak), (after.Intent, after.Peak));
    }

    [Fact]
    public void Events_OfTheDefaultPlan_AreAboutAsManyAsAsked() =>
        Assert.InRange(fixture.Sent.Count(sent => sent.Endpoint.Name == "rybbit"), 90_000, 110_000);

    [Fact]
    public void Events_OfTheMonth_AreInOrderOfTimeBetweenStartAndNow()
    {
        var times = fixture.Sent.Select(sent => sent.At).ToList();

        Assert.Equal(times.Order(), times);
        Assert.True(times[0] >= DefaultMonth.Plan.Start && times[^1] <= DefaultMonth.Plan.Now);
    }

    [Fact]
    public void Events_OfTheMonth_AreMostlyPageViews()
    {
        var all = (double)fixture.Sent.Count;
        var share = fixture.Sent.CountBy(sent => sent.Type).ToDictionary(pair => pair.Key, pair => pair.Value / all);

        Assert.InRange(share["pageview"], 0.45, 0.7);
        Assert.All(["performance", "custom_event"], type => Assert.InRange(share[type], 0.05, 0.3));
        Assert.All(["form_submit", "outbound", "identify", "button_click"], type => Assert.InRange(share[type], 0.005, 0.05));
    }

    [Fact]
    public void Events_OfVisits_NameTheirSession() => Assert.All(
        fixture.Sent.Where(sent => sent.Endpoint.Name == "rybbit"), sent => Assert.Equal(14, sent.Text("session_id")!.Length));

    [Fact]
    public void Events_OfAPerson_SpreadOverChannelsDevicesAndLanguages()
    {
        var views = fixture.Sent.Where(sent => sent.Type == "pageview").ToList();
        int Having(string field, string part) =>
            views.Count(sent => sent.Text(field)?.Contains(part, StringComparison.Ordinal) == true);

        Assert.InRange(Having("querystring", "utm_source="), 1_000, 4_000);
        Assert.InRange(Having("user_agent", "Mobile") / (double)views.Count, 0.2, 0.5);
        Assert.True(views.Select(sent => sent.Text("language")).Distinct().Count() >= 8);
    }

    private static string HashOf(DemoPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var batch in DemoGroups.Of(DemoMonth.MakeUp(plan), plan).SelectMany(group => group.Batches))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(batch.Id));
            hash.AppendData(batch.Body.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
