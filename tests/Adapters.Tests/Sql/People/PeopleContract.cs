using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.People;

public abstract class PeopleContract(IStores stores) : StoreContract(stores)
{
    private IPeople People => Store.Get<IPeople>();

    [Fact]
    public async Task FindAsync_IdNeverSeen_IsNull()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p")));
        Assert.Null(await People.FindAsync("q", Ending));
    }

    [Fact]
    public async Task FindAsync_EveryIdOfAPerson_LeadsToThem()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p")) with { Owners = new Dictionary<string, string> { ["p"] = "p", ["device"] = "p" } });

        Assert.Equal("p", (await People.FindAsync("p", Ending))?.Person.PersonId);
        Assert.Equal("p", (await People.FindAsync("device", Ending))?.Person.PersonId);
    }

    [Fact]
    public async Task FindAsync_IdGivenToAnother_LeadsToTheNewOwner()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p"), Facts.Person("q")));
        await Store.WriteAsync(Facts.Nothing with { Owners = new Dictionary<string, string> { ["p"] = "q" } });

        Assert.Equal("q", (await People.FindAsync("p", Ending))?.Person.PersonId);
    }

    [Fact]
    public async Task FindAsync_AnyPersonWritten_ComesBackUnchanged()
    {
        var number = 0;
        await PersonGenerators.Person.SampleAsync(
            async generated =>
            {
                var person = generated with { PersonId = $"{Interlocked.Increment(ref number)} {generated.PersonId}" };
                await Store.WriteAsync(Facts.Of(person));
                Assert.Equal(person, (await People.FindAsync(person.PersonId, Ending))?.Person);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task FindAsync_AnyConsents_ComeBackUnchanged()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p")));
        await Gen.Select(Gen.OneOf([.. Purposes.All]), Gen.Bool, Anything.Instant).List[1, 8].SampleAsync(
            async words =>
            {
                var consents = words.DistinctBy(word => word.Item1).Select(word => new ConsentRecord("p", word.Item1, word.Item2, word.Item3)).ToList();
                await Store.WriteAsync(Facts.Of(consents));
                var found = await People.FindAsync("p", Ending);
                Assert.Subset(found!.Consents.ToHashSet(), consents.ToHashSet());
            },
            iter: 30, threads: 1);
    }

    [Theory]
    [InlineData("anna", "Anna")]
    [InlineData("andre", "andré")]
    [InlineData("stra\u00dfe", "strasse")]
    [InlineData("i", "I")]
    [InlineData("a", "a\u200b")]
    [InlineData("\u00e9", "e\u0301")]
    public async Task FindAsync_IdsThatOnlyLookAlike_AreDifferentPeople(string one, string other)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person(one)));
        Assert.Null(await People.FindAsync(other, Ending));

        await Store.WriteAsync(Facts.Of(Facts.Person(other)));
        Assert.Equal(one, (await People.FindAsync(one, Ending))?.Person.PersonId);
        Assert.Equal(other, (await People.FindAsync(other, Ending))?.Person.PersonId);
    }

    [Fact]
    public async Task FindAsync_LongestIds_AreToldApartByTheirLastCharacter()
    {
        var start = new string('漢', PersonId.MaxLength - 1);
        await Store.WriteAsync(Facts.Of(Facts.Person(start + "a"), Facts.Person(start + "b")));
        Assert.Equal(start + "b", (await People.FindAsync(start + "b", Ending))?.Person.PersonId);
    }

    [Fact]
    public async Task FindAsync_PersonWrittenAgain_HasForgottenTheOldFacts()
    {
        var known = Facts.Person("p") with { Contact = new ContactDetails("a@b.example", Name: "Ann"), FirstSeenAt = Now };
        await Store.WriteAsync(Facts.Of(known));
        await Store.WriteAsync(Facts.Of(Facts.Person("p")));
        Assert.Equal(Facts.Person("p"), (await People.FindAsync("p", Ending))?.Person);
    }

    [Fact]
    public async Task FindAsync_InstantFinerThanAMillisecond_IsCutToIt()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p") with { LastSeenAt = Now.AddTicks(19_999) }));
        Assert.Equal(Now.AddMilliseconds(1), (await People.FindAsync("p", Ending))?.Person.LastSeenAt);
    }
}
