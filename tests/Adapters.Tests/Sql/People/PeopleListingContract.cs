using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.People;

public abstract class PeopleListingContract(IStores stores) : StoreContract(stores)
{
    private IPeopleListing Listing => Store.Get<IPeopleListing>();

    [Fact]
    public async Task ListAsync_PageByPage_ListsEverybodyOnceWithTheirConsents()
    {
        await Store.WriteAsync(Facts.Of([.. Enumerable.Range(0, 7).Select(number => Facts.Person($"p{number}"))]));
        await Store.WriteAsync(Facts.Of(new ConsentRecord("p2", "email", true, Now), new ConsentRecord("p5", "email", false, Now)));

        var seen = new List<PersonWithConsents>();
        for (var after = ""; await Listing.ListAsync(after, 3, Ending) is { Count: > 0 } page; after = page[^1].Person.PersonId) seen.AddRange(page);

        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"p{number}"), seen.Select(one => one.Person.PersonId));
        Assert.Equal(["p2", "p5"], seen.Where(one => one.Consents.Count == 1).Select(one => one.Person.PersonId));
        Assert.Equal(7, await Listing.CountAsync(Ending));
    }

    [Fact]
    public async Task ListAsync_Deleted_IsListedOnlyOnceTheyAreBack()
    {
        await Store.WriteAsync(Facts.Of(
            Facts.Person("back") with { DeletedAt = Now, LastSeenAt = Now.AddMinutes(1) },
            Facts.Person("gone") with { DeletedAt = Now, LastSeenAt = Now.AddMinutes(-1) },
            Facts.Person("here"),
            Facts.Person("known again") with { DeletedAt = Now, CustomerUpdatedAt = Now.AddMinutes(1) }));

        Assert.Equal(["back", "here", "known again"], (await Listing.ListAsync("", 10, Ending)).Select(one => one.Person.PersonId));
        Assert.Equal(3, await Listing.CountAsync(Ending));
    }
}
