using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Leads;

/// <summary>Many people at once are what each of them is alone.</summary>
public abstract class PersonRecordsContract(IStores stores) : StoreContract(stores)
{
    private IPersonRecords Records => Store.Get<IPersonRecords>();

    [Fact]
    public async Task FindAsync_SeveralIds_AreEachThePersonTheyLeadTo()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p"), Facts.Person("q")) with
        {
            Owners = new Dictionary<string, string> { ["p"] = "p", ["q"] = "q", ["device"] = "p" },
            Consents = [new ConsentRecord("p", "email", true, Now), new ConsentRecord("q", "sms", false, Now)],
        });

        var found = await Records.FindAsync(["p", "q", "device", "nobody"], Ending);

        Assert.Equal(["device", "p", "q"], found.Keys.Order(StringComparer.Ordinal));
        foreach (var id in found.Keys)
        {
            var alone = await Store.Get<IPeople>().FindAsync(id, Ending);
            Assert.Equal(alone!.Person, found[id].Person);
            Assert.Equal(alone.Consents, found[id].Consents);
            Assert.Equal(alone.Kept, found[id].Kept);
        }

        Assert.Empty(await Records.FindAsync(["nobody"], Ending));
    }

    [Fact]
    public async Task IdentitiesAsync_SeveralPeople_HaveTheirOwn()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p"), Facts.Person("q")) with
        {
            Owners = new Dictionary<string, string> { ["p"] = "p", ["q"] = "q", ["device"] = "p" },
        });
        var found = await Records.IdentitiesAsync(["p", "q", "r"], Ending);
        Assert.Equal(["device", "p"], found["p"].Select(one => one.Identity));
        Assert.Equal(["q"], found["q"].Select(one => one.Identity));
        Assert.Empty(found["r"]);
    }

    [Fact]
    public async Task PastScoresAsync_SeveralPeople_HaveTheirLatest()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p"), Facts.Person("q")));
        foreach (var score in new[] { 1m, 20m, 19.99m })
            await Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", score, LeadSegment.WarmLead, Now.AddMinutes((double)score))], Ending);
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("q", 5)], Ending);

        var found = await Records.PastScoresAsync(["p", "q", "r"], 2, Ending);

        Assert.Equal([19.99m, 20m], found["p"].Select(one => one.Score));
        Assert.Equal(Now.AddMinutes(20), found["p"].Last().CalculatedAt);
        Assert.Equal(("warm_lead", "{}"), (found["p"].First().Segment, found["p"].First().Factors));
        Assert.Equal([5m], found["q"].Select(one => one.Score));
        Assert.Empty(found["r"]);
    }
}
