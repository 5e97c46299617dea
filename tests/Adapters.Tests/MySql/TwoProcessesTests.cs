using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.MySql;

/// <summary>Two stores on one database, as two processes of the engine have them, at work on the same people.</summary>
public sealed class TwoProcessesTests(MySqlStores stores) : IAsyncLifetime
{
    private const int Events = 60;

    private static readonly string[] People = ["anna", "ben", "carla", "dora"];

    private Store[] _processes = [];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = await stores.NewOptionsAsync();
        _processes = [MySqlStores.Open(options), MySqlStores.Open(options)];
    }

    [Fact]
    public async Task ApplyAsync_SameEventsOfSamePeopleThroughBoth_CountEachOnceAndLoseNone()
    {
        // Every event goes through both, in batches that overlap in people as much as can be.
        await Task.WhenAll(Enumerable.Range(0, Events).SelectMany(number => _processes.Select(
            store => Task.Run(() => CountAsync(store, number)))));

        var store = _processes[0];
        Assert.Equal(Events * People.Length, await store.CountAsync("events"));
        foreach (var person in People)
            Assert.Equal(Events, (await store.Get<IPeople>().FindAsync(person, Ending))!.Person.WebTraits["visits"].Number);
    }

    [Fact]
    public async Task ApplyAsync_PeopleReachedByDifferentIds_LoseNoChange()
    {
        await _processes[0].WriteAsync(Facts.Of(Facts.Person("anna")) with
        {
            Owners = new Dictionary<string, string> { ["anna"] = "anna", ["phone"] = "anna", ["laptop"] = "anna" },
        });
        await Task.WhenAll(Enumerable.Range(0, Events).Select(number => Task.Run(() => _processes[number % 2].Get<IIngestionStore>().ApplyAsync(
            Facts.Ask(EventSource.Rybbit, identities: [number % 3 == 0 ? "phone" : "laptop"]),
            knowledge => Facts.Nothing with { People = [OneMore(knowledge.People["anna"])] },
            [], Ending))));
        Assert.Equal(Events, (await _processes[1].Get<IPeople>().FindAsync("phone", Ending))!.Person.WebTraits["visits"].Number);
    }

    [Fact]
    public async Task ApplyAsync_MergeWhileTheOtherWritesThePerson_LosesNothingOfThem()
    {
        for (var round = 0; round < 10; round++)
        {
            var (device, known) = ($"device{round}", $"known{round}");
            await _processes[0].WriteAsync(Facts.Of(Facts.Person(device), Facts.Person(known)));
            var visits = Enumerable.Range(0, 8).Select(number => Task.Run(() => _processes[1].Get<IIngestionStore>().ApplyAsync(
                Facts.Ask(EventSource.Rybbit, identities: [device]),
                knowledge => Facts.Nothing with
                {
                    People = [knowledge.People[knowledge.Owners[device]]],
                    Activities = [Facts.Visit(knowledge.Owners[device], Store.Now.AddSeconds(number))],
                },
                [], Ending)));
            var merge = Task.Run(() => _processes[0].Get<IIngestionStore>().ApplyAsync(
                Facts.Ask(EventSource.Rybbit, identities: [device, known]),
                knowledge => Facts.Nothing with { Merges = [new PersonMerge(device, known, "device")] },
                [], Ending));
            await Task.WhenAll([.. visits, merge]);

            Assert.Equal(8, await _processes[0].Get<IBehaviourSource>().ReadAsync(known, Store.Now, Ending).CountAsync(Ending));
            Assert.Equal([known], await _processes[0].RowsAsync<string>("select person_id from people where person_id in (@device, @known)", new { device, known }));
        }
    }

    [Fact]
    public async Task SaveAsync_SameFeedbackThroughBoth_CountsOnce()
    {
        var reports = Enumerable.Range(0, 20).Select(number => Reports.Conversion($"d{number}", 1)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(
            () => _processes[number % 2].Get<IFeedbackStore>().SaveAsync(number % 4 < 2 ? reports : [.. reports.AsEnumerable().Reverse()], [], Store.Now, Ending))));
        Assert.Equal(20, await _processes[0].CountAsync("conversions"));
    }

    [Fact]
    public async Task SaveAsync_SameScoresThroughBoth_AreKeptOnce()
    {
        await _processes[0].WriteAsync(Facts.Of([.. People.Select(Facts.Person)]));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => _processes[number % 2].Get<ILeadScores>().SaveAsync(
            [.. (number % 4 < 2 ? People : People.Reverse()).Select(person => Scores.Of(person, 12.5m))], Ending))));
        Assert.Equal(People.Length, await _processes[0].CountAsync("lead_scores"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _processes) await store.DisposeAsync();
    }

    private static Task<IngestionPlan> CountAsync(Store store, int number)
    {
        var id = $"e{number}";
        return store.Get<IIngestionStore>().ApplyAsync(
            Facts.Ask(EventSource.Rybbit, [id], People),
            knowledge => knowledge.KnownEventIds.Contains(id)
                ? Facts.Nothing
                : Facts.Of([.. People.Select(person => OneMore(knowledge.People.GetValueOrDefault(person) ?? Facts.Person(person)))]) with
                {
                    EventIds = [id],
                    Activities = [.. People.Select(person => Facts.Visit(person, Store.Now.AddSeconds(number)))],
                },
            [], Ending);
    }

    private static PersonRecord OneMore(PersonRecord person)
    {
        var visits = person.WebTraits["visits"] is { IsPresent: true } known ? known.Number : 0;
        return person with { WebTraits = new AttributeMap([KeyValuePair.Create("visits", (AttributeValue)(visits + 1))]) };
    }
}
