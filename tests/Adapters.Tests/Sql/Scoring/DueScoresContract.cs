using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Scoring;

/// <summary>Who has to be scored anew.</summary>
public abstract class DueScoresContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task DueAsync_NeverScored_IsDue()
    {
        await WriteAsync("p", Now.AddDays(-1));
        Assert.Equal(["p"], await DueAsync(Now));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task DueAsync_Scored_IsDueWhenChangedAtThatInstantOrSince(int changedAfterMilliseconds, bool isDue)
    {
        await WriteAsync("p", Now.AddMilliseconds(changedAfterMilliseconds));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", 1, at: Now)], Ending);
        Assert.Equal(isDue ? ["p"] : [], await DueAsync(Now.AddDays(1)));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task DueAsync_ScoreThatTimeChanges_IsDueFromThatInstant(int milliseconds, bool isDue)
    {
        await WriteAsync("p", Now.AddDays(-1));
        var until = Now.AddDays(7);
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", 1, until: until)], Ending);
        Assert.Equal(isDue ? ["p"] : [], await DueAsync(until.AddMilliseconds(milliseconds)));
    }

    [Fact]
    public async Task DueAsync_SameScoreSavedAgain_CountsAsScored()
    {
        await WriteAsync("p", Now.AddDays(-1));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", 1, at: Now.AddDays(-2))], Ending);
        Assert.Equal(["p"], await DueAsync(Now));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", 1, at: Now)], Ending);
        Assert.Empty(await DueAsync(Now));
    }

    [Fact]
    public async Task DueAsync_PersonWrittenWithoutAChange_StaysScored()
    {
        await WriteAsync("p", Now.AddDays(-1));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("p", 1)], Ending);
        await WriteAsync("p", Now.AddDays(-1));
        Assert.Empty(await DueAsync(Now));
    }

    [Fact]
    public async Task DueAsync_PagesWhilePeopleComeAndGetScored_HaveNoGapAndNoDouble()
    {
        foreach (var person in new[] { "e", "a", "c", "d", "b" }) await WriteAsync(person, Now.AddDays(-1));
        var seen = new List<string>();
        for (var last = ""; await Store.Get<ILeadScores>().DueAsync(Now, last, 2, Ending) is { Count: > 0 } page; last = page[^1])
        {
            seen.AddRange(page);
            await Store.Get<ILeadScores>().SaveAsync([.. page.Select(person => Scores.Of(person, 1))], Ending);
            if (seen.Count == 2) foreach (var person in new[] { "aa", "cc" }) await WriteAsync(person, Now.AddDays(-1));
        }

        Assert.Equal(["a", "b", "c", "cc", "d", "e"], seen);
        Assert.Equal(["aa"], await DueAsync(Now));
    }

    private Task WriteAsync(string person, DateTimeOffset changedAt) =>
        Store.WriteAsync(Facts.Of(Facts.Person(person) with { ChangedAt = changedAt }));

    private Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now) => Store.Get<ILeadScores>().DueAsync(now, "", 100, Ending);
}
