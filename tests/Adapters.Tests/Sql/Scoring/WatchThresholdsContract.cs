using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Tests.Sql.Definitions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Adapters.Tests.Sql.Scoring;

/// <summary>People cross thresholds by what they do and by time alone; each crossing asks for its message once.</summary>
public abstract class WatchThresholdsContract(IStores stores) : StoreContract(stores)
{
    private static readonly LeadModel Model = LeadModelDocument.Restore(0, JsonElement.Parse("""
        {
          "key": "m", "name": "M", "decay": {"curve": "half_life", "days": 14},
          "crossings": {"hysteresis": 5, "actions": [
            {"segment": "hot_lead", "direction": "up", "channel": "webhook", "template": "hot"},
            {"segment": "hot_lead", "direction": "down", "channel": "webhook", "template": "cooled"}]},
          "groups": [{"key": "g", "kind": "engagement", "rules": [{"key": "v", "points": 60, "act": {"event": "pageview"}}]}]
        }
        """));

    [Fact]
    public async Task Run_FallingByTimeAlone_CrossesAtTheInstantOfTheFormula()
    {
        await AddModelAsync();
        await VisitAsync("p", Now.AddHours(1));
        await RunAsync(Now.AddHours(2));
        Assert.Equal(["hot_lead up", "warm_lead up"], await ToldAsync("p"));

        // 60 points are 45 after 14 × log₂(60/45) days.
        var falls = Now.AddHours(1).AddDays(14 * Math.Log2(60 / 45.0));
        await RunAsync(falls.AddSeconds(-1));
        Assert.Equal(2, (await CrossingsAsync("p")).Count);
        Assert.Equal(1, await RunAsync(falls.AddMinutes(3)));
        var fallen = (await CrossingsAsync("p"))[0];
        Assert.Equal(("hot_lead", false, "cooled"), (fallen.Segment, fallen.IsUp, fallen.Template));
        Assert.Equal(falls, fallen.CrossedAt, TimeSpan.FromMilliseconds(2));
        Assert.Equal(2, await Store.CountAsync("outbox"));
    }

    [Fact]
    public async Task Run_NothingNew_LooksAtNobodyAgain()
    {
        var id = await AddModelAsync();
        await VisitAsync("p", Now.AddHours(1));
        await RunAsync(Now.AddHours(2));
        Assert.Empty(await Store.Get<IModelScores>().DueAsync(id, 1, Now.AddHours(3), "", 10, Ending));
        Assert.Equal(0, await RunAsync(Now.AddHours(3)));
    }

    /// <summary>Looked at rarely, and in between they came and went.</summary>
    [Fact]
    public async Task Run_AfterALongTime_NotesWhatWasCrossedMeanwhile()
    {
        await AddModelAsync();
        await VisitAsync("p", Now.AddHours(1));
        await RunAsync(Now.AddDays(200));
        Assert.Equal(["hot_lead down", "hot_lead up", "warm_lead down", "warm_lead up"], await ToldAsync("p"));
    }

    [Fact]
    public async Task Run_SeveralAtOnce_NoteEachCrossingOnce()
    {
        await AddModelAsync();
        for (var i = 0; i < 20; i++) await VisitAsync($"p{i:00}", Now.AddHours(1));
        Store.Time.SetUtcNow(Now.AddHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Watch().RunAsync(Ending))).Concat(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => Watch().RunAsync($"p{i:00}", Ending)))));
        Assert.Equal((40L, 20L), (await Store.CountAsync("score_crossings"), await Store.CountAsync("outbox")));
    }

    [Fact]
    public async Task Run_CutOffBeforeTheEnd_GoesOnWithTheRest()
    {
        await AddModelAsync();
        for (var i = 0; i < 600; i++) await VisitAsync($"p{i:000}", Now.AddHours(1));
        Store.Time.SetUtcNow(Now.AddHours(2));
        using (var cut = CancellationTokenSource.CreateLinkedTokenSource(Ending))
        {
            var running = Watch().RunAsync(cut.Token);
            while (await Store.CountAsync("score_crossings") == 0 && !running.IsCompleted) await Task.Delay(5, Ending);
            await cut.CancelAsync();
            await running.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await Watch().RunAsync(Ending);
        Assert.Equal((1200L, 600L), (await Store.CountAsync("score_crossings"), await Store.CountAsync("outbox")));
    }

    [Fact]
    public async Task Merge_OfTwoPeople_KeepsTheirCrossingsAndGoesOn()
    {
        await AddModelAsync();
        await VisitAsync("device", Now.AddHours(1));
        await RunAsync(Now.AddHours(2));
        await Store.WriteAsync(Facts.Of(Facts.Person("ada") with { FirstSeenAt = Now.AddHours(2), ChangedAt = Now.AddHours(2) }));
        await Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("device", "ada", "login")] });

        await RunAsync(Now.AddDays(200));
        Assert.Equal(["hot_lead down", "hot_lead up", "warm_lead down", "warm_lead up"], await ToldAsync("ada"));
    }

    private async Task<long> AddModelAsync() => (await Store.Get<IDefinitions<LeadModel>>().AddAsync(Model, Now, Ending))!.Id;

    private async Task VisitAsync(string person, DateTimeOffset at)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person(person) with { FirstSeenAt = at, LastSeenAt = at, ChangedAt = at }));
        await Store.WriteAsync(Facts.Of(Facts.Visit(person, at)));
    }

    private Task<int> RunAsync(DateTimeOffset at)
    {
        Store.Time.SetUtcNow(at);
        return Watch().RunAsync(Ending);
    }

    private WatchThresholds Watch()
    {
        var named = new NamedDefinitions(
            Store.Get<IDefinitions<SavedGroup>>(), Store.Get<IDefinitions<Segment>>(), Store.Get<IDefinitions<ContentRule>>(), Store.Get<IDefinitions<Experiment>>());
        var leads = new ReadLeads(Store.Get<IPeople>(), Store.Get<IBehaviourSource>(), Store.Get<IWebBehaviourStore>(), ScoringRules.Default, Store.Time);
        var models = new LeadModels(Store.Get<IDefinitions<LeadModel>>(), named, ScoringRules.Default);
        return new WatchThresholds(models, Store.Get<IModelScores>(), leads, Store.Time, NullLogger<WatchThresholds>.Instance);
    }

    private Task<IReadOnlyList<PastCrossing>> CrossingsAsync(string person) =>
        Store.Get<IScoreHistory>().CrossingsAsync(person, null, long.MaxValue, 100, Ending);

    private async Task<IEnumerable<string>> ToldAsync(string person) =>
        (await CrossingsAsync(person)).Select(crossing => $"{crossing.Segment} {(crossing.IsUp ? "up" : "down")}").Order(StringComparer.Ordinal);
}
