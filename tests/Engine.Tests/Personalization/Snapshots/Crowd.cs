using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Tests.Ports;
using ZiggyCreatures.Caching.Fusion;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>
/// People behind a cache. The cache goes by the machine's own clock, so its times are short here; the engine goes by
/// <see cref="Clock"/>.
/// </summary>
internal sealed class Crowd : IAskedActs, IDisposable
{
    public static readonly PersonCacheOptions Options =
        PersonCacheOptions.Default with { Duration = TimeSpan.FromMinutes(1), Budget = TimeSpan.FromSeconds(15) };

    /// <summary>For stores that hang: nobody should wait long for the end of the test.</summary>
    public static readonly PersonCacheOptions Impatient = Options with { Budget = TimeSpan.FromMilliseconds(50) };

    private readonly FusionCache _cache;
    private readonly LoadingThreads _threads = new();

    public Crowd(PersonCacheOptions? options = null, TimeProvider? clock = null)
    {
        var time = clock ?? Clock;
        Generations = new PersonGenerations(time);
        _cache = PersonCache.Create((options ?? Options) with { Capacity = 100 }, null, null);
        Systems = new OutsideSystems(time, NullLogger<OutsideSystem>.Instance);
        Measure = new MeasureLead(Behaviour, new NoWebBehaviour(), ScoringRules.Default, time);
        var loader = new PersonLoader(
            People, Inbox, Measure, new RecommendToPeople(Recommender, new EmbeddedRecommenderInMemory(), ComparisonGroup.None), Catalogue,
            new LiveActivity(Live, ScoringRules.Default, time), Generations, this, ConsentPolicy.Default, options ?? Options, time, NullLogger<PersonLoader>.Instance);
        Snapshots = new PersonSnapshots(_cache, loader, _threads, Generations, this, Systems, options ?? Options, time, NullLogger<PersonSnapshots>.Instance);
    }

    public FakeTimeProvider Clock { get; } = Timing.Clock();

    public ActPatterns Acts { get; set; } = ActPatterns.None;

    public PeopleInMemory People { get; } = new();

    public InboxInMemory Inbox { get; } = new();

    public BehaviourInMemory Behaviour { get; } = new();

    public RecommenderInMemory Recommender { get; } = new("i1", "i2");

    public ItemCatalogue Catalogue { get; } = new();

    public LiveCountersInMemory Live { get; } = new();

    public PersonGenerations Generations { get; }

    public MeasureLead Measure { get; }

    public OutsideSystems Systems { get; }

    public PersonSnapshots Snapshots { get; }

    public Task<ServedSnapshot> AskAsync(string userId) =>
        Snapshots.GetAsync(userId, TestContext.Current.CancellationToken).AsTask().SoonAsync();

    /// <summary>Asks until the store has answered in time, as a busy machine may need more than one try.</summary>
    public async Task<ServedSnapshot> AskUntilLiveAsync(string userId)
    {
        var served = await AskAsync(userId);
        for (var i = 0; i < 200 && served.Source != SnapshotSource.Live; i++) served = await AskAsync(userId);
        return served;
    }

    public static string? NameOf(ServedSnapshot served) => served.Snapshot.State.Profile.Contact.Name;

    public void Dispose()
    {
        People.Disturbance.End();
        Recommender.Disturbance.End();
        _threads.Dispose();
        _cache.Dispose();
    }
}
