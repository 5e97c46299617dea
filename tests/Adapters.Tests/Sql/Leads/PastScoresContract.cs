using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Leads;

/// <summary>The score of a week ago beside the present one.</summary>
public abstract class PastScoresContract(IStores stores) : StoreContract(stores)
{
    private static readonly LeadQuery Everybody = new([], null, null, LeadSort.Rising, null, 100);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task FollowAsync_InAnyBatches_KeepsTheLastScoreOfThen(int batch)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("a"), Facts.Person("b"), Facts.Person("c")));
        foreach (var (person, score, days) in new[] { ("a", 10m, 9), ("b", 40m, 9), ("a", 12.5m, 8), ("a", 30m, 2), ("b", 30.25m, 2), ("c", 5m, 1) })
            await Store.Get<ILeadScores>().SaveAsync([Scores.Of(person, score, at: Now.AddDays(-days))], Ending);

        await FollowAsync(Now.AddDays(-7), batch);
        Assert.Equal([("a", 12.5m), ("c", null), ("b", (decimal?)40m)], (await ListAsync(Everybody)).Select(lead => (lead.PersonId, lead.PastScore)));
        Assert.Equal([17.5m, 5m, -9.75m], (await ListAsync(Everybody)).Select(lead => lead.Rise));
        Assert.Equal(["b", "c", "a"], (await ListAsync(Everybody with { Sort = LeadSort.Falling })).Select(lead => lead.PersonId));

        await FollowAsync(Now, batch);
        Assert.All(await ListAsync(Everybody), lead => Assert.Equal(0, lead.Rise));
        Assert.Equal(0, await Store.Get<IPastScores>().FollowAsync(Now, batch, Ending));
    }

    [Theory]
    [InlineData(LeadSort.Rising)]
    [InlineData(LeadSort.Falling)]
    public async Task ListAsync_ByRiseInAnyPages_IsTheSameAsAtOnce(LeadSort sort)
    {
        for (var place = 0; place < 9; place++)
        {
            await Store.WriteAsync(Facts.Of(Facts.Person($"p{place}")));
            await Store.Get<ILeadScores>().SaveAsync([Scores.Of($"p{place}", 10 + (place % 3), at: Now.AddDays(-8))], Ending);
            await Store.Get<ILeadScores>().SaveAsync([Scores.Of($"p{place}", 10.01m + (place % 2), at: Now)], Ending);
        }

        await FollowAsync(Now.AddDays(-7), 100);
        var query = Everybody with { Sort = sort };
        var whole = await ListAsync(query);
        Assert.Equal(9, whole.Count);
        var met = new List<Lead>();
        for (LeadPlace? after = null; await ListAsync(query with { After = after, Limit = 2 }) is { Count: > 0 } page; after = LeadPlace.Of(page[^1], sort))
            met.AddRange(page);
        Assert.Equal(whole, met);
    }

    private async Task FollowAsync(DateTimeOffset upTo, int batch)
    {
        while (await Store.Get<IPastScores>().FollowAsync(upTo, batch, Ending) == batch)
        {
        }
    }

    private Task<IReadOnlyList<Lead>> ListAsync(LeadQuery query) => Store.Get<ILeadListing>().ListAsync(query, Ending);
}
