using CsCheck;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

public abstract class IngestionContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task ApplyAsync_EmptyStore_KnowsNothingOfWhatIsAsked()
    {
        var knowledge = await Store.AskAsync(Facts.Ask(EventSource.Cdp, ["e"], ["p"], ["i"]));

        Assert.Empty(knowledge.KnownEventIds);
        Assert.Empty(knowledge.Owners);
        Assert.Empty(knowledge.People);
        Assert.Empty(knowledge.Consents);
        Assert.Empty(knowledge.ItemUpdates);
    }

    [Fact]
    public async Task ApplyAsync_FactsWritten_AreKnownToTheNextBatch()
    {
        var person = Facts.Person("p") with { LastSeenAt = Now.AddHours(-1) };
        var consent = new ConsentRecord("p", "email", true, Now.AddDays(-1));
        await Store.WriteAsync(Facts.Of(person) with
        {
            Owners = new Dictionary<string, string> { ["p"] = "p", ["device"] = "p" },
            Consents = [consent],
            Items = [new ItemChange("i", Facts.Item("i", Now), Now), new ItemChange("gone", null, Now.AddDays(-2))],
        });

        var knowledge = await Store.AskAsync(Facts.Ask(EventSource.Cdp, [], ["device", "stranger"], ["i", "gone", "new"]));

        Assert.Equal(new Dictionary<string, string> { ["device"] = "p" }, knowledge.Owners);
        Assert.Equal(new Dictionary<string, PersonRecord> { ["p"] = person }, knowledge.People);
        Assert.Equal(consent, Assert.Single(knowledge.Consents).Value);
        Assert.Equal(new Dictionary<string, DateTimeOffset> { ["i"] = Now, ["gone"] = Now.AddDays(-2) }, knowledge.ItemUpdates);
    }

    [Theory]
    [InlineData(EventSource.Rybbit)]
    [InlineData(EventSource.Cdp)]
    [InlineData(EventSource.Frontend)]
    public async Task ApplyAsync_EventIdWritten_IsKnownInItsSourceOnly(EventSource source)
    {
        await Store.WriteAsync(Facts.Nothing with { Source = source, EventIds = ["e1", "e2"] });

        foreach (var asked in Enum.GetValues<EventSource>())
        {
            var known = (await Store.AskAsync(Facts.Ask(asked, ["e1", "e3"]))).KnownEventIds;
            Assert.Equal(asked == source ? ["e1"] : [], known);
        }
    }

    [Fact]
    public async Task ApplyAsync_EventIdWrittenTwice_IsKeptOnceWithItsFirstInstant()
    {
        await Store.WriteAsync(Facts.Nothing with { EventIds = ["e"] });
        Store.Time.Advance(TimeSpan.FromHours(1));
        await Store.WriteAsync(Facts.Nothing with { EventIds = ["e"] });

        Assert.Equal([Now.ToUnixTimeMilliseconds()], await Store.RowsAsync<long>("select received_at from inbox"));
    }

    [Theory]
    [InlineData("Evt", "evt")]
    [InlineData("é", "e")]
    public async Task ApplyAsync_EventIdsThatOnlyLookAlike_CountEach(string one, string other)
    {
        await Store.WriteAsync(Facts.Nothing with { EventIds = [one, other] });
        Assert.Equal([one], (await Store.AskAsync(Facts.Ask(EventSource.Rybbit, [one]))).KnownEventIds);
        Assert.Equal(2, await Store.CountAsync("inbox"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(1700)]
    public async Task ApplyAsync_LargeBatch_IsAnsweredWhole(int size)
    {
        var names = Enumerable.Range(0, size).Select(number => $"n{number}").ToList();
        await Store.WriteAsync(Facts.Of([.. names.Select(Facts.Person)]) with
        {
            EventIds = names,
            Items = [.. names.Select(name => new ItemChange(name, null, Now))],
        });

        var knowledge = await Store.AskAsync(Facts.Ask(EventSource.Rybbit, names, names, names));

        Assert.Equal(
            (size, size, size, size),
            (knowledge.KnownEventIds.Count, knowledge.Owners.Count, knowledge.People.Count, knowledge.ItemUpdates.Count));
    }

    [Fact]
    public async Task ApplyAsync_AnyValueOfAConversion_IsKeptToTheCent()
    {
        await Anything.Money.List[1, 20].SampleAsync(
            async values =>
            {
                var first = (await Store.RowsAsync<long>("select coalesce(max(id), 0) from conversions"))[0];
                await Store.WriteAsync(Facts.Nothing with { Conversions = [.. values.Select(value => Facts.Conversion("p", value))] });
                Assert.Equal(values, await Store.RowsAsync<decimal>("select value from conversions where id > @first order by id", new { first }));
            },
            iter: 20, threads: 1);
    }

    [Fact]
    public async Task ApplyAsync_Plan_IsWhatTheCallerGetsBack()
    {
        var plan = Facts.Of(Facts.Person("p"));
        var returned = await Store.Get<IIngestionStore>().ApplyAsync(Facts.AskNothing, _ => plan, [Facts.Refused("k")], Ending);
        Assert.Same(plan, returned);
        Assert.Equal(1, await Store.CountAsync("refused_events"));
    }
}
