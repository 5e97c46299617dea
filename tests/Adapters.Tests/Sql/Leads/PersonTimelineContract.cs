using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Leads.Timeline;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Leads;

/// <summary>What a person did, the latest first, a page at a time.</summary>
public abstract class PersonTimelineContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task OfPersonAsync_InAnyPages_IsTheSameAsAtOnceAndThePersonsOwn()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p"), Facts.Person("q")));
        List<ActivityRecord> acts =
        [
            .. Enumerable.Range(0, 9).Select(place => new ActivityRecord(
                $"e{place}", "p", "device", new Activity(Now.AddMinutes(place / 3), ActivityOrigin.Rybbit, "pageview", null, $"/{place}"), "item", null)),
        ];
        await Store.WriteAsync(Facts.Of([.. acts, Facts.Visit("q", Now)]));

        var whole = await ReadAsync(null, 100);
        Assert.Equal(["/8", "/7", "/6", "/5", "/4", "/3", "/2", "/1", "/0"], whole.Select(one => one.Path));
        Assert.Equal(("rybbit", "device", "pageview", "item", Now.AddMinutes(2)), (whole[0].Source, whole[0].Identity, whole[0].Type, whole[0].ItemId, whole[0].At));

        foreach (var size in new[] { 1, 2, 4 })
        {
            var met = new List<PersonEvent>();
            for (TimelinePlace? before = null; await ReadAsync(before, size) is { Count: > 0 } page; before = TimelinePlace.Of(page[^1])) met.AddRange(page);
            Assert.Equal(whole, met);
        }
    }

    private Task<IReadOnlyList<PersonEvent>> ReadAsync(TimelinePlace? before, int limit) =>
        Store.Get<IPersonTimeline>().OfPersonAsync("p", before, limit, Ending);
}
