using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Planning;

/// <summary>An event counts once, within a batch, between batches and when a transaction is repeated.</summary>
public sealed class DuplicateTests
{
    private static readonly DateTimeOffset Day = Timing.Noon.AddDays(-1);

    [Fact]
    public async Task Run_SameIdTwiceInABatch_TheFirstCounts()
    {
        var intake = new Intake();
        var summary = await intake.RybbitAsync($"[{Told.Visit("1", "a", Day)},{Told.Visit("2", "b", Day)},{Told.Visit("1", "c", Day)}]");

        Assert.Equal([EventStatus.Accepted, EventStatus.Accepted, EventStatus.Duplicate], summary.Results.Select(result => result.Status));
        Assert.Equal(["a", "b"], intake.Store.Activities.Select(one => one.PersonId));
        Assert.DoesNotContain("c", intake.Store.People.Keys);
    }

    [Fact]
    public async Task Run_SameIdOfAnotherSource_IsAnotherEvent()
    {
        var intake = new Intake();
        await intake.RybbitAsync(Told.Visit("1", "a", Day));

        Assert.Equal(1, (await intake.CdpAsync(Told.Customer("1", "a", "A", Day))).Accepted);
        Assert.Equal(1, (await intake.CdpAsync(Told.Customer("1", "a", "B", Day))).Duplicates);
    }

    [Fact]
    public async Task Run_EventsWithoutIds_GetThemFromTheMessageAndTheirPlace()
    {
        const string Bare = """{"type":"pageview","site_id":"1","user_id":"a"}""";
        var intake = new Intake();
        var first = await intake.RybbitAsync($"[{Bare},{Bare}]", "msg");
        var again = await intake.RybbitAsync($"[{Bare},{Bare},{Bare}]", "msg");
        var unnamed = await intake.RybbitAsync($"[{Bare},{Bare}]");

        Assert.Equal(["msg#0", "msg#1"], first.Results.Select(result => result.EventId));
        Assert.Equal((1, 2), (again.Accepted, again.Duplicates));
        Assert.Equal(2, unnamed.Accepted);
    }

    [Fact]
    public async Task Run_TransactionRepeated_PlansTheSameAndSpreadsTheNewsOnce()
    {
        var intake = new Intake { Store = { Repeats = 3 } };
        var summary = await intake.RybbitAsync($"[{Told.Visit("1", "phone", Day)},{Told.Login("2", "ada", "phone", Day)}]");

        Assert.Equal(2, summary.Accepted);
        Assert.Equal(2, intake.Store.Activities.Count);
        Assert.Equal([("phone", "ada")], intake.Feed.Merges);
    }

    [Fact]
    public async Task Run_Refused_StandsInItsPlaceAmongTheOthers()
    {
        var intake = new Intake();
        var summary = await intake.RybbitAsync($"{Told.Visit("1", "a", Day)}\nbroken\n{Told.Visit("1", "a", Day)}\n{{}}\n{Told.Visit("2", "a", Day)}");

        Assert.Equal([0, 1, 2, 3, 4], summary.Results.Select(result => result.Index));
        Assert.Equal((2, 1, 2), (summary.Accepted, summary.Duplicates, summary.Refused));
        Assert.Equal(["broken", "{}"], intake.Store.Refused.Select(one => one.Payload));
        Assert.Equal(2, intake.Store.Refused.Select(one => one.Key).Distinct().Count());
    }
}
