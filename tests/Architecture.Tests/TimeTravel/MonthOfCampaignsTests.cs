using System.Globalization;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Architecture.Tests.TimeTravel;

/// <summary>A month of campaigns goes by in seconds: two changes of summer time, scores that decay, caps, reserves and quiet hours.</summary>
public sealed class MonthOfCampaignsTests : IDisposable
{
    private const int People = 200, PerDay = 2, PerWeek = 5, Reserved = 1, Important = 80;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalization-month-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Month_OfDailyAndWeeklyCampaigns_KeepsEveryPromise()
    {
        await using var month = await MarketingMonth.BeginAsync(
            _folder.FullName,
            ("delivery:quiet_hours:0:start", "21:00"), ("delivery:quiet_hours:0:end", "08:00"),
            ("delivery:frequency_caps:0:name", "daily"), ("delivery:frequency_caps:0:limit", "2"), ("delivery:frequency_caps:0:per", "day"),
            ("delivery:frequency_caps:1:name", "weekly"), ("delivery:frequency_caps:1:limit", "5"), ("delivery:frequency_caps:1:per", "week"),
            ("delivery:frequency_caps:1:reserves:0:last", "1"), ("delivery:frequency_caps:1:reserves:0:min_priority", "80"));
        await month.AddPeopleAsync(People);
        var priorities = new Dictionary<long, int>
        {
            [await month.SendAsync(Campaign("daily", "09:00", "recipient", "daily", 50, "{}"))] = 50,
            [await month.SendAsync(Campaign("weekly", "20:30", "recipient", "weekly", 80, "{}"))] = 80,
            [await month.SendAsync(Campaign("noon", "12:00", "UTC", "weekly", 60, "{}", "hold"))] = 60,
        };
        var warm = await month.SendAsync(Campaign("warm", "10:00", "UTC", "weekly", 90, """{ "score": { "$gte": 20 } }"""));
        priorities[warm] = 90;

        var steps = (int)(TimeSpan.FromDays(31) / Step);
        for (var step = 0; step < steps; step++) await month.StepAsync(Step);

        var sent = month.Provider.Sent.Select(one => Of(one.Message.MessageId, one.Message.PersonId, one.Message.SourceId, priorities[one.Message.SourceId], one.At)).ToList();
        Assert.InRange(sent.Count, 3_000, People * 31 * 2);
        Assert.All(sent, one => Assert.True(one.Local.Hour is >= 8 and < 21, $"{one.MessageId} at {one.Local}"));
        Assert.All(sent, one => Assert.True(MarketingMonth.Consents(Number(one.Person)), one.Person));
        Assert.Equal(sent.Count, sent.Select(one => one.MessageId).Distinct().Count());
        foreach (var person in sent.GroupBy(one => one.Person))
        {
            Assert.All(person.GroupBy(one => one.Local.Date), day => Assert.InRange(day.Count(), 1, PerDay));
            foreach (var week in person.GroupBy(one => ISOWeek.GetWeekOfYear(one.Local)))
            {
                Assert.InRange(week.Count(), 1, PerWeek);
                // The last one of the week is for what matters most.
                Assert.All(week.OrderBy(one => one.At).Skip(PerWeek - Reserved), last => Assert.True(last.Priority >= Important, $"{person.Key} {last.At}"));
            }
        }

        await AddUpAsync(month, priorities.Keys, sent);
        var audiences = (await month.Get<ICampaignRuns>().OfAsync(warm, 50, TestContext.Current.CancellationToken))
            .Where(run => run.IsSnapshotComplete).OrderBy(run => run.Occurrence).Select(run => run.People).ToList();
        Assert.True(audiences[0] > audiences[^1], $"Scores decay, and with them the audience: {string.Join(", ", audiences)}");
        Assert.Equal(audiences.OrderDescending(), audiences);
    }

    private static async Task AddUpAsync(MarketingMonth month, IEnumerable<long> campaigns, List<SentMessage> sent)
    {
        var runs = month.Get<ICampaignRuns>();
        var (all, completed) = (0L, 0);
        foreach (var run in (await Task.WhenAll(campaigns.Select(id => runs.OfAsync(id, 200, TestContext.Current.CancellationToken)))).SelectMany(list => list))
        {
            var counts = await runs.CountAsync(run.Key, TestContext.Current.CancellationToken);
            Assert.Equal(run.People, counts.Sum(one => one.Messages));
            all += counts.Where(one => one.Status == MessageStatus.Sent).Sum(one => one.Messages);
            if (run.Status != RunStatus.Completed) continue;
            completed++;
            Assert.All(counts, one => Assert.True(one.Status is MessageStatus.Sent or MessageStatus.Suppressed, one.Status));
            Assert.All(counts.Where(one => one.Status == MessageStatus.Suppressed), one => Assert.Contains(one.Reason, new[] { "no_consent", "capped", "expired" }));
        }

        Assert.Equal(sent.Count, all);
        Assert.InRange(completed, 35, 60);
    }

    private static SentMessage Of(string message, string person, long campaign, int priority, DateTimeOffset at) => new(
        message, person, campaign, priority, at, TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(MarketingMonth.ZoneOf(Number(person)))).DateTime);

    private static int Number(string person) => int.Parse(person.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Campaign(string name, string time, string zone, string repeat, int priority, string audience, string caps = "drop") => $$"""
        {
          "name": "{{name}}", "template": "news", "audience": {{audience}}, "priority": {{priority}}, "caps": "{{caps}}", "time_to_live_hours": 24,
          "schedule": { "at": "2026-10-14T{{time}}", "timezone": "{{zone}}", "repeat": "{{repeat}}" }
        }
        """;
}
