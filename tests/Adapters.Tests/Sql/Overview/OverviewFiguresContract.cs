using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Overview;

/// <summary>Counts for those who look at the whole.</summary>
public abstract class OverviewFiguresContract(IStores stores) : StoreContract(stores)
{
    private static DateTimeOffset Today => new(Now.UtcDateTime.Date, TimeSpan.Zero);

    private IOverviewFigures Figures => Store.Get<IOverviewFigures>();

    [Fact]
    public async Task EmptyStore_HasNoFigures()
    {
        Assert.Empty(await Figures.ClicksByDayAsync(Now.AddDays(-30), Ending));
        Assert.Empty(await Figures.MessagesByStatusAsync(Now.AddDays(-7), Now.AddDays(-1), Ending));
        Assert.Equal(0, await Figures.GivenUpSinceAsync(Now.AddHours(-1), Ending));
    }

    [Fact]
    public async Task Clicks_OfTwoDays_AreOfTheDayTheImpressionWasShown()
    {
        await ReportAsync("before", Today.AddDays(-1).AddMilliseconds(-1), Now);
        await ReportAsync("first", Today.AddDays(-1), Now);
        await ReportAsync("late", Today.AddMilliseconds(-1), Now);
        await ReportAsync("today", Today, null);

        var days = await Figures.ClicksByDayAsync(Today.AddDays(-1), Ending);

        Assert.Equal([new ClicksOfDay(Today.AddDays(-1), 2, 2), new ClicksOfDay(Today, 1, 0)], days);
    }

    [Fact]
    public async Task Clicks_OfAnotherSlot_AreNotOfRecommendations()
    {
        await Store.Get<IFeedbackStore>().SaveAsync([Reports.Impression("1") with { Slot = "hero_banner", OccurredAt = Now }], [], Now, Ending);
        Assert.Empty(await Figures.ClicksByDayAsync(Now.AddDays(-1), Ending));
    }

    [Fact]
    public async Task Messages_PlannedOverDays_AreCountedByStatus()
    {
        for (var hour = 0; hour < 300; hour++)
            await AddAsync($"m{hour}", hour % 3 == 0 ? "failed" : "sent", Now.AddHours(hour - 299), Now);

        var counts = (await Figures.MessagesByStatusAsync(Now.AddDays(-7), Now.AddDays(-1), Ending)).ToDictionary(count => count.Status);

        Assert.Equal(169, counts.Values.Sum(count => count.Week));
        Assert.Equal(25, counts.Values.Sum(count => count.Day));
        Assert.Equal(Enumerable.Range(0, 300).Count(hour => hour >= 131 && hour % 3 == 0), counts["failed"].Week);
    }

    [Fact]
    public async Task Messages_AllOlder_AreNone()
    {
        await AddAsync("m", "sent", Now.AddDays(-8), Now);
        Assert.Empty(await Figures.MessagesByStatusAsync(Now.AddDays(-7), Now.AddDays(-1), Ending));
    }

    [Fact]
    public async Task GivenUp_CountsWhatFailedSince()
    {
        await AddAsync("old", "failed", Now.AddDays(-1), Now.AddHours(-2));
        await AddAsync("new", "failed", Now.AddDays(-1), Now);
        await AddAsync("sent", "sent", Now.AddDays(-1), Now);
        Assert.Equal(1, await Figures.GivenUpSinceAsync(Now.AddHours(-1), Ending));
    }

    private Task<Engine.Feedback.SavedFeedback> ReportAsync(string decision, DateTimeOffset shown, DateTimeOffset? clicked) => Store.Get<IFeedbackStore>().SaveAsync(
        [
            Reports.Impression(decision) with { OccurredAt = shown },
            .. clicked is { } at ? [Reports.Click(decision) with { OccurredAt = at }] : Array.Empty<Engine.Feedback.FeedbackRecord>(),
        ],
        [], Now, Ending);

    private Task<int> AddAsync(string id, string status, DateTimeOffset created, DateTimeOffset updated) => Store.Database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, channel, status, attempts, due_at, created_at, updated_at) "
            + $"values ('{id}', 'rule', 1, 0, 0, 'p', 'hello', 50, 'email', '{status}', 1, 0, {created.ToUnixTimeMilliseconds()}, {updated.ToUnixTimeMilliseconds()})"),
        Ending);
}
