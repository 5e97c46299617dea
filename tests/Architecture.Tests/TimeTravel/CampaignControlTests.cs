using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Architecture.Tests.TimeTravel;

/// <summary>What may be done with a run at which time, on a clock that the test moves.</summary>
public sealed class CampaignControlTests : IDisposable
{
    private const string Daily = """
        { "name": "c", "template": "news", "audience": {}, "schedule": { "at": "2026-10-14T09:00", "timezone": "UTC", "repeat": "daily", "until": "2026-10-16T09:00" } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalization-control-");

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Repeat_EachRunThatBegins_AddsTheNextUntilTheEnd()
    {
        await using var month = await MarketingMonth.BeginAsync(_folder.FullName);
        await month.AddPeopleAsync(10);
        var id = await month.SendAsync(Daily);

        for (var hour = 0; hour < 24 * 7; hour++) await month.StepAsync(TimeSpan.FromHours(1));

        var runs = await month.Get<ICampaignRuns>().OfAsync(id, 50, Ending);
        Assert.Equal([16, 15, 14], runs.Select(run => run.LocalAt!.Value.Day));
        Assert.All(runs, run => Assert.Equal((RunStatus.Completed, 10L), (run.Status, run.People)));
        Assert.Equal(27, month.Provider.Sent.Count);
    }

    [Fact]
    public async Task Paused_BeforeItBegins_BeginsOnlyWhenResumed()
    {
        await using var month = await MarketingMonth.BeginAsync(_folder.FullName);
        await month.AddPeopleAsync(10);
        var (id, control) = (await month.SendAsync(Daily), month.Get<ControlCampaigns>());

        Assert.IsType<RunChange.Refused>(await control.ResumeAsync(id, Ending));
        Assert.IsType<RunChange.Done>(await control.PauseAsync(id, Ending));
        Assert.IsType<RunChange.Refused>(await control.SendAsync(id, "test", Ending));
        for (var hour = 0; hour < 60; hour++) await month.StepAsync(TimeSpan.FromHours(1));
        Assert.Empty(month.Provider.Sent);

        Assert.Equal(RunStatus.Scheduled, Assert.IsType<RunChange.Done>(await control.ResumeAsync(id, Ending)).Run.Status);
        await month.StepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(9, month.Provider.Sent.Count);
    }

    [Fact]
    public async Task Cancelled_WhileItWaits_SendsNothingMoreAndCanBeSentAnew()
    {
        await using var month = await MarketingMonth.BeginAsync(_folder.FullName, ("delivery:quiet_hours:0:start", "00:00"), ("delivery:quiet_hours:0:end", "23:00"));
        await month.AddPeopleAsync(10);
        var (id, control) = (await month.SendAsync("""{ "name": "c", "template": "news", "audience": {} }"""), month.Get<ControlCampaigns>());
        await month.StepAsync(TimeSpan.FromMinutes(1));

        Assert.IsType<RunChange.Done>(await control.CancelAsync(id, Ending));
        for (var hour = 0; hour < 48; hour++) await month.StepAsync(TimeSpan.FromHours(1));
        Assert.Empty(month.Provider.Sent);

        Assert.Equal(1, Assert.IsType<RunChange.Done>(await control.SendAsync(id, "test", Ending)).Run.Occurrence);
        for (var hour = 0; hour < 48; hour++) await month.StepAsync(TimeSpan.FromHours(1));
        Assert.Equal(9, month.Provider.Sent.Count);
    }

    [Fact]
    public async Task Holdout_PartOfTheAudience_GetsNothingAndIsCounted()
    {
        await using var month = await MarketingMonth.BeginAsync(_folder.FullName);
        await month.AddPeopleAsync(200);
        var id = await month.SendAsync("""{ "name": "c", "template": "news", "audience": {}, "holdout": 0.3 }""");
        await month.StepAsync(TimeSpan.FromMinutes(1));

        var counts = await month.Get<ICampaignRuns>().CountAsync(new CampaignRunKey(id, 0), Ending);
        Assert.InRange(counts.Single(one => one.Reason == "held_out").Messages, 40, 80);
        Assert.Equal(200, counts.Sum(one => one.Messages));
    }
}
