using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Hosting;

namespace PersonalizationEngine.Architecture.Tests.TimeTravel;

/// <summary>
/// The whole engine on a store of its own and a clock that the test moves; what orchestrations do in turn is done by hand. It
/// stands here because the composition root shows itself to this assembly alone.
/// </summary>
internal sealed class MarketingMonth : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 10, 12, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Zones =
        ["Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Tokyo", "Asia/Kolkata", "Australia/Sydney"];

    private readonly ServiceProvider _services;

    private MarketingMonth(ServiceProvider services, FakeTimeProvider time) => (_services, Time) = (services, time);

    public FakeTimeProvider Time { get; }

    public InstantProvider Provider => (InstantProvider)Get<IMessageSender>();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static async Task<MarketingMonth> BeginAsync(string folder, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("DATA_DIR", (string?)folder), .. settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))]).Build();
        var services = new ServiceCollection().AddLogging().AddEngine(configuration)
            .AddSingleton<TimeProvider>(time).AddSingleton<IMessageSender>(new InstantProvider(time)).BuildServiceProvider();
        var month = new MarketingMonth(services, time);
        foreach (var upgrade in services.GetServices<IHostedService>().OfType<StoreUpgrade>()) await upgrade.StartingAsync(Ending);
        await month.Get<PlaybookKeeper>().RefreshAsync(Ending);
        await month.Get<TemplateDesk>().AddAsync(
            Json("""{ "key": "news", "name": "News", "channels": { "email": { "subject": "News", "html": "<p>Hello {{ person.name }}</p>" } } }"""), "test", Ending);
        return month;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static string ZoneOf(int person) => Zones[person % Zones.Length];

    public static bool Consents(int person) => person % 10 != 9;

    /// <summary>People of six zones of whom one in ten wants no email; the first half looked at prices every day of the week before.</summary>
    public Task AddPeopleAsync(int count)
    {
        var people = Enumerable.Range(0, count).Select(n => PersonRecord.New($"p{n}", Start) with
        {
            Identified = true,
            Contact = new ContactDetails(Email: $"p{n}@example.com", Name: $"Person {n}", TimeZone: ZoneOf(n)),
            FirstSeenAt = Start.AddDays(-7),
            LastSeenAt = Start,
        }).ToList();
        var visits = Enumerable.Range(0, count / 2).SelectMany(n => Enumerable.Range(1, 7).Select(day => new ActivityRecord(
            $"e{n}-{day}", $"p{n}", $"p{n}", new Activity(Start.AddDays(-day), ActivityOrigin.Rybbit, "pageview", Path: "/pricing"), null, null)));
        var consents = Enumerable.Range(0, count).SelectMany(n => new[] { ("email", Consents(n)), ("analytics", true), ("personalization", true) }
            .Select(said => new ConsentRecord($"p{n}", said.Item1, said.Item2, Start)));
        var plan = new IngestionPlan(
            EventSource.Cdp, [], new HashSet<int>(), people, people.ToDictionary(one => one.PersonId, one => one.PersonId), [], [.. visits], [.. consents], [], []);
        return Get<IIngestionStore>().ApplyAsync(
            new IngestionQuestion(EventSource.Cdp, new HashSet<string>(), new HashSet<string>(), new HashSet<string>()), _ => plan, [], Ending);
    }

    public async Task<long> SendAsync(string campaign)
    {
        var added = await Get<CampaignDesk>().AddAsync(Json(campaign), "test", Ending);
        var id = Assert.IsType<Engine.Administration.Change<Core.Delivery.Campaigns.Campaign>.Done>(added).Definition.Id;
        Assert.IsType<RunChange.Done>(await Get<ControlCampaigns>().SendAsync(id, "test", Ending));
        return id;
    }

    /// <summary>Moves the clock on and does what is due then.</summary>
    public async Task StepAsync(TimeSpan step)
    {
        Time.Advance(step);
        var runs = Get<ICampaignRuns>();
        foreach (var run in await runs.WithStatusAsync([RunStatus.Scheduled], Time.GetUtcNow(), 100, Ending))
        {
            if (!await Get<BeginRun>().RunAsync(run.Key, Ending)) continue;
            while (!(await Get<SnapshotAudience>().RunAsync(run.Key, Ending)).IsComplete)
            {
            }
        }

        while ((await Get<DeliverMessages>().DueAsync(Ending)).Taken > 0)
        {
        }

        await runs.CompleteAsync(Time.GetUtcNow(), Ending);
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
