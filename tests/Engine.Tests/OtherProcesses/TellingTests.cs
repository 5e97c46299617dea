using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Tests.Ingestion;
using PersonalizationEngine.Engine.Tests.Ingestion.Planning;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Tests.OtherProcesses;

/// <summary>What is stored here is told to other processes, and nothing else is.</summary>
public sealed class TellingTests
{
    private readonly Intake _intake = new();

    [Fact]
    public async Task Run_Login_TellsEveryIdAndTheMerge()
    {
        await _intake.RybbitAsync(Told.Visit("1", "phone", Timing.Noon));
        await _intake.RybbitAsync(Told.Login("2", "ada", "phone", Timing.Noon));

        var news = _intake.Others.Told[^1];
        Assert.Contains("ada", news.People);
        Assert.Contains("phone", news.People);
        Assert.Equal(_intake.Feed.Merges.Count, news.Merges.Count);
    }

    [Fact]
    public async Task Run_VisitOfAnItem_TellsTheInteraction()
    {
        await _intake.RybbitAsync("""{"type":"pageview","site_id":1,"user_id":"ada","pathname":"/blog/tea"}""");

        Assert.Equal(_intake.Feed.Interactions, Assert.Single(_intake.Others.Told).Interactions);
    }

    [Fact]
    public async Task Run_DuplicateAlone_TellsNothing()
    {
        await _intake.RybbitAsync(Told.Visit("1", "phone", Timing.Noon));
        await _intake.RybbitAsync(Told.Visit("1", "phone", Timing.Noon));

        Assert.Single(_intake.Others.Told);
        Assert.Equal(new LiveAct("phone", LiveFactor.PageViews, LiveWindow.BucketOf(Timing.Noon)), Assert.Single(_intake.Live.Acts));
    }

    [Fact]
    public async Task Run_VisitOfLongAgo_IsNotLive()
    {
        await _intake.RybbitAsync(Told.Visit("1", "phone", Timing.Noon.AddHours(-1)));

        Assert.Empty(_intake.Live.Acts);
    }

    [Fact]
    public async Task Add_Rule_TellsThatThePlaybookChanged()
    {
        using var definitions = new Definitions();
        var desk = new RuleDesk(definitions.Rules, definitions.News, definitions.Named, Timing.Clock());
        await desk.AddAsync(Definitions.RuleDocument("new"), "anna", TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(definitions.Others.Told).Playbook);
    }
}
