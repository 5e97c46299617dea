using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

/// <summary>A batch is written whole or not at all, and batches do not step on each other.</summary>
public abstract class IngestionAtomicityContract(IStores stores) : StoreContract(stores)
{
    private static readonly string[] Tables =
        ["people", "identities", "consents", "events", "items", "inbox", "conversions", "refused_events", "audit"];

    private IIngestionStore Ingestion => Store.Get<IIngestionStore>();

    [Fact]
    public async Task ApplyAsync_PlanningFails_WritesNothing()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Ingestion.ApplyAsync(
            Facts.AskNothing, _ => throw new InvalidTimeZoneException(), [Facts.Refused("k")], Ending));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task ApplyAsync_ConversionCannotBeWritten_WritesNothingOfTheBatch()
    {
        var faulty = FullBatch() with { Conversions = [Facts.Conversion("p", 1) with { Goal = null! }] };
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.WriteAsync(faulty));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task ApplyAsync_RefusedEventCannotBeWritten_WritesNothingOfTheBatch()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Ingestion.ApplyAsync(
            Facts.AskNothing, _ => FullBatch(), [Facts.Refused("k", payload: null!)], Ending));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task ApplyAsync_AfterABatchThatFailed_TakesTheNextOne()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => Ingestion.ApplyAsync(Facts.AskNothing, _ => throw new InvalidTimeZoneException(), [], Ending));
        await Store.WriteAsync(FullBatch());
        Assert.Equal(1, await Store.CountAsync("events"));
    }

    [Fact]
    public async Task ApplyAsync_CancelledBefore_WritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Ingestion.ApplyAsync(Facts.AskNothing, _ => FullBatch(), [], cancelled.Token));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task ApplyAsync_ManyAtOnceOnOnePerson_LosesNoChange()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Ingestion.ApplyAsync(
            Facts.Ask(EventSource.Cdp, identities: ["p"]), knowledge => Facts.Of(OneMore(knowledge)), [], Ending))));

        Assert.Equal(40, (await Store.Get<IPeople>().FindAsync("p", Ending))!.Person.WebTraits["visits"].Number);
    }

    [Fact]
    public async Task ApplyAsync_SameEventSentManyTimesAtOnce_CountsOnce()
    {
        var counted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Ingestion.ApplyAsync(
            Facts.Ask(EventSource.Rybbit, ["e"]),
            knowledge => knowledge.KnownEventIds.Contains("e")
                ? Facts.Nothing
                : Facts.Of(Facts.Visit("p", Now)) with { EventIds = ["e"] },
            [], Ending))));

        Assert.Single(counted, plan => plan.Activities.Count == 1);
        Assert.Equal(1, await Store.CountAsync("events"));
    }

    private static PersonRecord OneMore(IngestionKnowledge knowledge)
    {
        var person = knowledge.People.GetValueOrDefault("p") ?? Facts.Person("p");
        var visits = person.WebTraits["visits"] is { IsPresent: true } known ? known.Number : 0;
        return person with { WebTraits = new AttributeMap([KeyValuePair.Create("visits", (AttributeValue)(visits + 1))]) };
    }

    private static IngestionPlan FullBatch() => Facts.Of(Facts.Person("p")) with
    {
        EventIds = ["e"],
        Activities = [Facts.Visit("p", Now)],
        Consents = [new ConsentRecord("p", "email", true, Now)],
        Items = [new ItemChange("i", null, Now)],
    };

    private async Task AssertEmptyAsync()
    {
        foreach (var table in Tables) Assert.Equal((table, 0L), (table, await Store.CountAsync(table)));
    }
}
