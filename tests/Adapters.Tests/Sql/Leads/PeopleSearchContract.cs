using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Leads;

/// <summary>People by how their ids, addresses and names begin.</summary>
public abstract class PeopleSearchContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task BeginningWithAsync_PartsOfWhatIsKnown_AreFound()
    {
        await WriteAsync("anna-1", "anna.smith@example.com", "Anna Smith");
        await WriteAsync("b-2", "bob@example.com", "ANNABEL O'NEIL");
        await WriteAsync("c-3", "ANN@example.com", "Zoë %_ \"Quote\"");
        await WriteAsync("anno", null, null);
        await Store.WriteAsync(Facts.Nothing with { Owners = new Dictionary<string, string> { ["device-9"] = "c-3" } });

        Assert.Equal(["anna-1", "anno", "b-2", "c-3"], await FindAsync("ann"));
        Assert.Equal(["anna-1"], await FindAsync("anna s"));
        Assert.Equal(["b-2"], await FindAsync("bob@"));
        Assert.Equal(["c-3"], await FindAsync("device-"));
        Assert.Equal(["c-3"], await FindAsync("zoë"));
        Assert.Equal(["c-3"], await FindAsync("Zoë %_ \""));
        Assert.Empty(await FindAsync("%"));
        Assert.Empty(await FindAsync("' or 1=1 --"));
        Assert.Empty(await FindAsync(""));
    }

    [Fact]
    public async Task BeginningWithAsync_MoreThanTheLimit_IsCut()
    {
        for (var place = 0; place < 5; place++) await WriteAsync($"p{place}", null, $"Same {place}");
        Assert.Equal(["p0", "p1"], (await Store.Get<IPeopleSearch>().BeginningWithAsync("Same", 2, Ending)).Order(StringComparer.Ordinal));
    }

    private Task WriteAsync(string id, string? email, string? name) =>
        Store.WriteAsync(Facts.Of(Facts.Person(id) with { Contact = new ContactDetails(email, Name: name) }));

    private async Task<IEnumerable<string>> FindAsync(string text) =>
        (await Store.Get<IPeopleSearch>().BeginningWithAsync(text, 100, Ending)).Order(StringComparer.Ordinal);
}
