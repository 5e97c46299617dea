using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.People;

public abstract class SeenPeopleContract(IStores stores) : StoreContract(stores)
{
    private ISeenPeople People => Store.Get<ISeenPeople>();

    [Fact]
    public async Task IdsAsync_Since_AreThoseSeenFromThenOnAndNotDeleted()
    {
        await Store.WriteAsync(Facts.Of(
            Seen("early", -2), Seen("then", -1), Seen("late", 0), Facts.Person("never"), Seen("deleted", 0) with { DeletedAt = Now }));

        Assert.Equal(["late", "then"], (await People.IdsAsync(Now.AddDays(-1), Ending).ToListAsync(Ending)).Order(StringComparer.Ordinal));
        Assert.Equal(["early", "late", "never", "then"], (await People.IdsAsync(null, Ending).ToListAsync(Ending)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_SomePeople_AreReadWithTheirConsents()
    {
        await Store.WriteAsync(Facts.Of(Seen("a", 0), Seen("b", 0), Seen("c", 0)) with
        {
            Consents = [new ConsentRecord("a", "email", true, Now), new ConsentRecord("b", "sms", false, Now)],
        });

        var read = (await People.ReadAsync(["a", "b", "nobody"], Ending)).OrderBy(one => one.Person.PersonId).ToList();

        Assert.Equal([("a", "email"), ("b", "sms")], read.Select(one => (one.Person.PersonId, Assert.Single(one.Consents).Purpose)));
        Assert.Empty(await People.ReadAsync([], Ending));
    }

    private static PersonRecord Seen(string id, int days) => Facts.Person(id) with { LastSeenAt = Now.AddDays(days) };
}
