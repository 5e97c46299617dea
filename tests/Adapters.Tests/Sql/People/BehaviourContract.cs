using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.People;

public abstract class BehaviourContract(IStores stores) : StoreContract(stores)
{
    private static readonly Gen<ActivityRecord> AnyActivity = Gen.Select(
        Gen.Select(Anything.Instant, Anything.Text(40), Anything.TextOrNull(256), Anything.TextOrNull(2048)),
        Gen.Select(Anything.TextOrNull(1000), Anything.TextOrNull(64), Anything.TextOrNull(64), Anything.TextOrNull(255), Anything.TextOrNull(1000)),
        (what, where) => new ActivityRecord(
            "e", "p", "p", new Activity(what.Item1, ActivityOrigin.Rybbit, what.Item2, what.Item3, what.Item4, where.Item1, where.Item2, where.Item3),
            where.Item4, where.Item5));

    [Fact]
    public async Task ReadAsync_AnyActivityWritten_ComesBackUnchanged()
    {
        var number = 0;
        await AnyActivity.SampleAsync(
            async generated =>
            {
                var person = $"p{Interlocked.Increment(ref number)}";
                await Store.WriteAsync(Facts.Of(generated with { PersonId = person }));
                Assert.Equal([generated.Activity], await ReadAsync(person, generated.Activity.At));
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task ReadAsync_ActivityOnTheEdge_IsInTheWindowAndTheOneBeforeIsNot()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddMilliseconds(-1)), Facts.Visit("p", Now), Facts.Visit("p", Now.AddMilliseconds(1))));
        Assert.Equal([Now, Now.AddMilliseconds(1)], (await ReadAsync("p", Now)).Select(activity => activity.At));
    }

    [Fact]
    public async Task ReadAsync_EdgeFinerThanAMillisecond_LeavesNothingOut()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddTicks(9_999))));
        Assert.Single(await ReadAsync("p", Now.AddTicks(9_999)));
    }

    [Fact]
    public async Task ReadAsync_ActivitiesThatCameLate_AreInTimeOrder()
    {
        int[] minutes = [3, 1, 4, 0, 2];
        foreach (var minute in minutes) await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddMinutes(minute))));
        Assert.Equal([0, 1, 2, 3, 4], (await ReadAsync("p", Now)).Select(activity => (activity.At - Now).TotalMinutes));
    }

    [Fact]
    public async Task ReadAsync_ActivitiesOfOneInstant_KeepTheOrderTheyCameIn()
    {
        string[] types = ["c", "a", "b"];
        await Store.WriteAsync(Facts.Of([.. types.Select(type => Facts.Visit("p", Now, type: type))]));
        Assert.Equal(types, (await ReadAsync("p", Now)).Select(activity => activity.Type));
    }

    [Fact]
    public async Task ReadAsync_ActivitiesOfOthers_AreLeftOut()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now), Facts.Visit("P", Now), Facts.Visit("p2", Now)));
        Assert.Single(await ReadAsync("p", Now));
        Assert.Empty(await ReadAsync("q", Now));
    }

    [Theory]
    [InlineData(EventSource.Rybbit, ActivityOrigin.Rybbit)]
    [InlineData(EventSource.Cdp, ActivityOrigin.Cdp)]
    public async Task ReadAsync_EventOfASource_HasItsOrigin(EventSource source, ActivityOrigin origin)
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now)) with { Source = source });
        Assert.Equal(origin, Assert.Single(await ReadAsync("p", Now)).Origin);
    }

    [Fact]
    public async Task ReadAsync_StoppedHalfway_LeavesTheStoreWritable()
    {
        await Store.WriteAsync(Facts.Of([.. Enumerable.Range(0, 500).Select(second => Facts.Visit("p", Now.AddSeconds(second)))]));
        await foreach (var activity in Store.Get<IBehaviourSource>().ReadAsync("p", Now, Ending))
            if (activity.At > Now) break;

        await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddDays(1))));
        Assert.Equal(501, (await ReadAsync("p", Now)).Count);
    }

    [Fact]
    public async Task ReadAsync_EventsComeInMeanwhile_ReadsWhatWasThereAtFirst()
    {
        await Store.WriteAsync(Facts.Of([.. Enumerable.Range(0, 50).Select(second => Facts.Visit("p", Now.AddSeconds(second)))]));
        var read = 0;
        await foreach (var _ in Store.Get<IBehaviourSource>().ReadAsync("p", Now, Ending))
            await Store.WriteAsync(Facts.Of(Facts.Visit("p", Now.AddDays(1).AddSeconds(read++))));

        Assert.Equal(50, read);
        Assert.Equal(100, (await ReadAsync("p", Now)).Count);
    }

    private async Task<List<Activity>> ReadAsync(string person, DateTimeOffset from) =>
        await Store.Get<IBehaviourSource>().ReadAsync(person, from, Ending).ToListAsync(Ending);
}
