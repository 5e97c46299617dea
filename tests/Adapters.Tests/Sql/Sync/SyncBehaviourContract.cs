using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.Sql.Sync;

public abstract class SyncBehaviourContract(IStores stores) : StoreContract(stores)
{
    private static readonly BehaviourSyncOptions Options = BehaviourSyncOptions.Default;

    private readonly AnalyticsInMemory _analytics = new();
    private readonly PersonGenerations _generations = new(TimeProvider.System);

    [Fact]
    public async Task Run_FirstTime_CountsEverybodyAndScoresThem()
    {
        _analytics.Put("ada", Now, pageViews: 10);
        _analytics.Put("bob", Now, pageViews: 4);

        var summary = await SyncAsync();

        Assert.Equal(new BehaviourSyncSummary(IsFull: true, Met: 2, Changed: 2, Scored: 2, Forgotten: 0, Refused: 0), summary);
        Assert.Equal(0, await RescoreAsync());
        // 10 page views at 0.5 and two minutes on the site.
        Assert.Equal(7m, await ScoreOfAsync("ada"));
        Assert.Equal("DE", (await Store.Get<IPeople>().FindAsync("ada", Ending))!.Person.Contact.Country);
        Assert.True(_generations.HasChangedSince("ada", 0));
    }

    [Fact]
    public async Task Run_Again_AsksForWhoWasActiveAndChangesOnlyThem()
    {
        _analytics.Put("ada", Now, pageViews: 10);
        _analytics.Put("bob", Now, pageViews: 4);
        await SyncAsync();
        await RescoreAsync();
        Store.Time.Advance(TimeSpan.FromMinutes(5));
        _analytics.Put("bob", Store.Time.GetUtcNow(), pageViews: 5, lastSeen: Store.Time.GetUtcNow().AddMinutes(-2));

        var summary = await SyncAsync();

        Assert.Equal(new BehaviourSyncSummary(IsFull: false, Met: 2, Changed: 1, Scored: 1, Forgotten: 0, Refused: 0), summary);
        Assert.Equal(Now - Options.Lag - Options.Overlap, _analytics.Asked[^1].ActiveSince);
        Assert.Equal(0, await RescoreAsync());
        Assert.Equal(4.5m, await ScoreOfAsync("bob"));
    }

    /// <summary>Of whom more is known than the count, the store's rescoring sees it all.</summary>
    [Fact]
    public async Task Run_VisitorWhoDidMoreThanWasCounted_IsLeftToRescoring()
    {
        foreach (var visitor in (string[])["ada", "bob", "phone", "laptop"]) _analytics.Put(visitor, Now, pageViews: 4);
        await SyncAsync();
        await Store.WriteAsync(Facts.Of(View("ada", Now.AddSeconds(-10), "s"), View("bob", Now.AddHours(-1), "s")) with
        {
            Merges = [new PersonMerge("phone", "laptop", "phone")],
        });
        await RescoreAsync();
        Store.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var visitor in (string[])["ada", "bob", "phone"]) _analytics.Put(visitor, Now, pageViews: 6);

        var summary = await SyncAsync();

        // Ada's page view is younger than the first count, but in the second like Bob's.
        Assert.Equal((3, 2), (summary.Changed, summary.Scored));
        Assert.Equal(1, await RescoreAsync());
    }

    [Fact]
    public async Task Run_FullOne_ForgetsWhomItNoLongerMeets()
    {
        _analytics.Put("device", Now, pageViews: 10);
        _analytics.Put("bob", Now, pageViews: 4);
        await SyncAsync();
        await RescoreAsync();
        // The device has turned out to be a customer, and history was rewritten.
        Store.Time.Advance(Options.FullEvery);
        _analytics.Visitors.Remove("device");
        _analytics.Put("customer", Store.Time.GetUtcNow(), pageViews: 10);

        var summary = await SyncAsync();
        await RescoreAsync();

        Assert.Equal((true, 1L), (summary.IsFull, summary.Forgotten));
        Assert.Equal(0m, await ScoreOfAsync("device"));
        Assert.Equal(7m, await ScoreOfAsync("customer"));
        Assert.Equal(4m, await ScoreOfAsync("bob"));
    }

    [Fact]
    public async Task Run_SourceKnowsNobodyAllOfASudden_ForgetsNobody()
    {
        _analytics.Put("ada", Now, pageViews: 10);
        await SyncAsync();
        Store.Time.Advance(Options.FullEvery);
        _analytics.Visitors.Clear();

        Assert.Equal(new BehaviourSyncSummary(true, 0, 0, 0, 0, 0), await SyncAsync());
        Assert.Equal(1, await Store.CountAsync("identities where behaviour is not null"));
    }

    [Fact]
    public async Task Run_CutOff_IsDoneAgainAndEndsInTheSameState()
    {
        for (var i = 0; i < 5_000; i++) _analytics.Put($"v{i}", Now, pageViews: i % 50);
        _analytics.FailsAfter = 4_321;
        await Assert.ThrowsAsync<IOException>(SyncAsync);
        Assert.Null(await Store.Get<ISyncPositions>().ReadAsync(SyncBehaviour.PositionName, Ending));

        _analytics.FailsAfter = null;
        var summary = await SyncAsync();

        Assert.True(summary.IsFull);
        Assert.Equal(5_000, summary.Met);
        Assert.Equal(5_000, await Store.CountAsync("identities where behaviour is not null"));
        Assert.Equal(5_000, await Store.CountAsync("people"));
        Assert.Equal(Enumerable.Range(0, 5_000).Sum(i => i % 50), (await Store.RowsAsync<long>("select sum(json_extract(behaviour, '$[1]')) from identities"))[0]);
    }

    [Fact]
    public async Task Run_IdThatNobodyCanHave_IsCountedAndLeftOut()
    {
        _analytics.Put(new string('x', 256), Now, pageViews: 1);
        _analytics.Put("ada", Now, pageViews: 1);

        Assert.Equal(new BehaviourSyncSummary(true, 1, 1, 1, 0, 1), await SyncAsync());
    }

    /// <summary>What came by webhook is in the count up to its instant, and on top of it from then on.</summary>
    [Fact]
    public async Task Measure_WebhookEventsBesideTheCount_CountOnce()
    {
        var session = new WebSession("1", "s", Now.AddMinutes(-12), Now.AddMinutes(-10), false);
        _analytics.Put("ada", Now, pageViews: 3, session: session);
        await SyncAsync();
        await Store.WriteAsync(Facts.Of(
            View("ada", Now.AddMinutes(-10), "s"), View("ada", Now.AddSeconds(-30), "s"), View("ada", Now.AddSeconds(-20), "later")));

        var measured = await Measure().RunAsync("ada", Ending);

        Assert.Equal(5, measured.Factors[Factor.PageViewsLast7d].Value);
        Assert.Equal(2, measured.Factors.Sessions);
        Assert.Equal(1, measured.Factors[Factor.ReturnVisits].Value);
        // The session that went on lasts 11.5 minutes, the new one none.
        Assert.Equal(5.75m, measured.Factors[Factor.TimeOnSiteAvg].Value);
    }

    [Fact]
    public async Task Measure_PersonOfSeveralIds_AddsUpWhatEachDid()
    {
        _analytics.Put("phone", Now, pageViews: 3);
        _analytics.Put("laptop", Now, pageViews: 4);
        await SyncAsync();
        await Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("phone", "laptop", "phone")] });

        var measured = await Measure().RunAsync("laptop", Ending);

        Assert.Equal(7, measured.Factors[Factor.PageViewsLast7d].Value);
        Assert.Equal(2, measured.Factors.Sessions);
    }

    [Fact]
    public async Task Measure_ManyAtOnce_SaysTheSameAsOneByOne()
    {
        for (var i = 0; i < 30; i++) _analytics.Put($"v{i}", Now, pageViews: i);
        await SyncAsync();
        await Store.WriteAsync(Facts.Of([.. Enumerable.Range(0, 20).Select(i => View($"v{i}", Now.AddSeconds(-i), $"w{i}"))]));
        string[] people = [.. Enumerable.Range(0, 30).Select(i => $"v{i}"), "nobody"];

        var together = await Measure().RunAsync(people, Ending);

        foreach (var (person, score) in together.Select(one => (one.PersonId, one.Score)))
            Assert.Equal((await Measure().RunAsync(person, Ending)).Score.Score, score.Score);
        Assert.Equal(people, together.Select(one => one.PersonId));
    }

    private static ActivityRecord View(string person, DateTimeOffset at, string session) => new(
        $"e-{person}-{at.Ticks}", person, person, new Activity(at, ActivityOrigin.Rybbit, ActivityTypes.PageView, Site: "1", Session: session), null, null);

    private Task<BehaviourSyncSummary> SyncAsync() => new SyncBehaviour(
        _analytics, Store.Get<IWebBehaviourStore>(), Store.Get<IIngestionStore>(), Store.Get<ISyncPositions>(),
        new NewsOfPeople(
            new MemoryOfThisProcess(_generations, new ItemCatalogue(), new Deaf()), new NoNewsChannel(),
            new LiveActivity(new EmbeddedLiveCounters(), ScoringRules.Default, Store.Time), InteractionWeights.Default, Store.Time),
        Measure(), IngestionRules.Default, Options, Store.Time,
        NullLogger<SyncBehaviour>.Instance).RunAsync(Ending);

    private MeasureLead Measure() =>
        new(Store.Get<IBehaviourSource>(), Store.Get<IWebBehaviourStore>(), ScoringRules.Default, Store.Time);

    private Task<int> RescoreAsync()
    {
        // Who changed in the very millisecond of a score is due again: the clock of a test stands still.
        Store.Time.Advance(TimeSpan.FromMilliseconds(1));
        return new RescoreChangedPeople(Store.Get<ILeadScores>(), Measure(), Store.Time, NullLogger<RescoreChangedPeople>.Instance).RunAsync(Ending);
    }

    private async Task<decimal> ScoreOfAsync(string person) =>
        (await Store.RowsAsync<decimal>("select score from lead_scores where user_id = @person order by id desc limit 1", new { person }))[0];

    private sealed class Deaf : IRecommenderFeed
    {
        public void Observe(IReadOnlyList<Core.Recommendations.Interaction> interactions)
        {
        }

        public void NoteShown(IReadOnlyList<Engine.Recommendations.ShownItem> shown)
        {
        }

        public void Merge(string fromPersonId, string toPersonId)
        {
        }

        public void Forget(string personId)
        {
        }

        public IReadOnlyList<string> ItemsMetBy(string personId) => [];

        public void Apply(ItemChange change)
        {
        }
    }
}
