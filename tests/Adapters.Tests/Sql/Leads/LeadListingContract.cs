using CsCheck;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Leads;

/// <summary>People with a score, a page at a time.</summary>
public abstract class LeadListingContract(IStores stores) : StoreContract(stores)
{
    private static readonly LeadQuery Everybody = new([], null, null, LeadSort.Warmest, null, 100);

    [Fact]
    public async Task ListAsync_NeverScoredOrDeleted_IsNotListed()
    {
        await WriteAsync("unscored", null, Now);
        await WriteAsync("deleted", 10, Now.AddDays(-2), deletedAt: Now.AddDays(-1));
        await WriteAsync("back", 20, Now, deletedAt: Now.AddDays(-1));
        await WriteAsync("unseen", 30.1m, null);

        Assert.Equal(
            [new Lead("unseen", 30.1m, null, Now), new Lead("back", 20, Now, Now)], await ListAsync(Everybody));
        Assert.Equal(["back"], await IdsAsync(Everybody with { Sort = LeadSort.SeenLast }));
    }

    [Fact]
    public async Task ListAsync_ScoreChanged_IsListedByTheNewOne()
    {
        await WriteAsync("a", 10, Now);
        await WriteAsync("b", 9.99m, Now);
        Assert.Equal(["a", "b"], await IdsAsync(Everybody));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("b", 999.99m)], Ending);
        Assert.Equal(["b", "a"], await IdsAsync(Everybody));
        Assert.Equal(999.99m, (await ListAsync(Everybody))[0].Score);
    }

    [Fact]
    public async Task ListAsync_Filtered_HasBothEndsRight()
    {
        foreach (var (person, score) in new[] { ("a", 19.99m), ("b", 20m), ("c", 49.99m), ("d", 50m), ("e", 80m) }) await WriteAsync(person, score, Now.AddHours(-person[0]));
        var warm = ScoreRange.Of(LeadSegment.WarmLead, SegmentThresholds.Default);
        var ready = ScoreRange.Of(LeadSegment.SalesReady, SegmentThresholds.Default);

        Assert.Equal(["c", "b"], await IdsAsync(Everybody with { Scores = [warm] }));
        Assert.Equal(["b", "c", "e"], await IdsAsync(Everybody with { Scores = [warm, ready], Sort = LeadSort.Coldest }));
        Assert.Equal(["b", "c"], await IdsAsync(Everybody with { SeenSince = Now.AddHours(-'c'), SeenBefore = Now.AddHours(-'a'), Sort = LeadSort.SeenLast }));
    }

    [Fact]
    public async Task ListAsync_AmongSomeOrChangedSince_IsThoseAlone()
    {
        foreach (var (person, score) in new[] { ("a", 10m), ("b", 20m), ("c", 30m) }) await WriteAsync(person, score, Now);
        await Store.WriteAsync(Facts.Of(Facts.Person("b") with { LastSeenAt = Now, ChangedAt = Now.AddHours(2) }));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("b", 20, at: Now.AddHours(2))], Ending);

        Assert.Equal(["c", "a"], await IdsAsync(Everybody with { Among = ["a", "c", "nobody"] }));
        Assert.Empty(await IdsAsync(Everybody with { Among = [] }));
        Assert.Equal(["b"], await IdsAsync(Everybody with { ChangedSince = Now.AddHours(2) }));
    }

    [Theory]
    [InlineData(LeadSort.Warmest)]
    [InlineData(LeadSort.Coldest)]
    [InlineData(LeadSort.SeenLast)]
    public async Task ListAsync_AnyPeopleInAnyPages_AreTheSameAsAtOnce(LeadSort sort)
    {
        var people = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).List[0, 20].Single();
        foreach (var (place, (score, hours)) in people.Index()) await WriteAsync($"p{place:00}", score * 1.11m, Now.AddHours(-hours));
        var query = Everybody with { Sort = sort };
        var whole = await ListAsync(query);
        Assert.Equal(people.Count, whole.Count);

        foreach (var size in new[] { 1, 3, 7 })
        {
            var met = new List<Lead>();
            for (LeadPlace? after = null; await ListAsync(query with { After = after, Limit = size }) is { Count: > 0 } page; after = LeadPlace.Of(page[^1], sort))
                met.AddRange(page);
            Assert.Equal(whole, met);
        }
    }

    private async Task WriteAsync(string person, decimal? score, DateTimeOffset? seenAt, DateTimeOffset? deletedAt = null)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person(person) with { FirstSeenAt = seenAt, LastSeenAt = seenAt, DeletedAt = deletedAt }));
        if (score is { } known) await Store.Get<ILeadScores>().SaveAsync([Scores.Of(person, known, at: Now)], Ending);
    }

    private Task<IReadOnlyList<Lead>> ListAsync(LeadQuery query) => Store.Get<ILeadListing>().ListAsync(query, Ending);

    private async Task<IEnumerable<string>> IdsAsync(LeadQuery query) => (await ListAsync(query)).Select(lead => lead.PersonId);
}
