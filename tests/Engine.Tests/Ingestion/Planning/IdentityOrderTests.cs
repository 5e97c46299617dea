using CsCheck;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Planning;

/// <summary>Senders deliver in any order and in batches of any size; who is who must not depend on it.</summary>
public sealed class IdentityOrderTests
{
    private static readonly DateTimeOffset Day = Timing.Noon.AddDays(-1);

    /// <summary>Two people with two devices each, seen before and after they log in.</summary>
    private static readonly string[] Logins =
    [
        Told.Visit("1", "phone", Day), Told.Visit("2", "laptop", Day), Told.Visit("3", "tablet", Day),
        Told.Login("4", "ada", "phone", Day), Told.Login("5", "ada", "laptop", Day), Told.Login("6", "bob", "tablet", Day),
        Told.Login("7", "bob", null, Day), Told.Visit("8", "phone", Day), Told.Visit("9", "stranger", Day),
    ];

    /// <summary>Links of ids in a chain, a circle and apart, by a sender who vouches for them.</summary>
    private static readonly string[] Links =
    [
        Told.Link("1", "a", Day, "b"), Told.Link("2", "b", Day, "c"), Told.Link("3", "c", Day, "a"), Told.Link("4", "d", Day, "e", "f"),
        Told.Link("5", "g", Day, "f"), Told.Link("6", "h", Day, "h"), Told.Customer("7", "c", "Cleo", Day), Told.Customer("8", "i", "Ivo", Day),
    ];

    [Fact]
    public async Task Run_LoginsInAnyOrderAndBatches_GiveEachPersonTheirDevices() => await Gen.Select(Gen.Shuffle(Logins), Gen.Int[1, 9]).SampleAsync(async (events, size) =>
    {
        var intake = new Intake();
        foreach (var batch in events.Chunk(size)) await intake.RybbitAsync($"[{string.Join(',', batch)}]");

        Assert.Equal(["ada,laptop,phone", "bob,tablet", "stranger"], Groups(intake.Store));
        Assert.Equal(["ada", "bob", "stranger"], intake.Store.People.Keys.Order());
        AssertActivitiesFollowTheirPerson(intake.Store, Logins.Length);
    });

    [Fact]
    public async Task Run_LinksInAnyOrderAndBatches_GiveTheSameGroups() => await Gen.Select(Gen.Shuffle(Links), Gen.Int[1, 8]).SampleAsync(async (events, size) =>
    {
        var intake = new Intake();
        foreach (var batch in events.Chunk(size)) await intake.CdpAsync($"[{string.Join(',', batch)}]");

        Assert.Equal(["a,b,c", "d,e,f,g", "h", "i"], Groups(intake.Store));
        Assert.Equal(4, intake.Store.People.Count);
        Assert.Equal("Cleo", intake.Store.People[intake.Store.Owners["a"]].Contact.Name);
    });

    [Fact]
    public async Task Run_SharedDevice_KeepsThePastWithTheFirstAndFollowsTheLast()
    {
        var intake = new Intake();
        await intake.RybbitAsync(Told.Login("1", "ada", "kiosk", Day));
        await intake.RybbitAsync(Told.Visit("2", "kiosk", Day));
        await intake.RybbitAsync(Told.Login("3", "bob", "kiosk", Day));
        await intake.RybbitAsync(Told.Visit("4", "kiosk", Day));

        Assert.Equal(["1:ada", "2:ada", "3:bob", "4:bob"], intake.Store.Activities.Select(one => $"{one.EventId}:{one.PersonId}"));
        Assert.Empty(intake.Feed.Merges);
    }

    [Fact]
    public async Task Run_KnownPersonsIdInThePlaceOfADevice_ChangesNothing()
    {
        var intake = new Intake();
        await intake.RybbitAsync(Told.Login("1", "ada", null, Day));
        await intake.RybbitAsync(Told.Login("2", "bob", "ada", Day));

        Assert.Equal(("ada", "bob"), (intake.Store.Owners["ada"], intake.Store.Owners["bob"]));
    }

    private static void AssertActivitiesFollowTheirPerson(IngestionInMemory store, int count)
    {
        Assert.Equal(count, store.Activities.Count);
        Assert.All(store.Activities, activity => Assert.Equal(store.Owners[activity.Identity], activity.PersonId));
    }

    private static IEnumerable<string> Groups(IngestionInMemory store) => store.Owners
        .GroupBy(owner => owner.Value, owner => owner.Key)
        .Select(group => string.Join(',', group.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
}
