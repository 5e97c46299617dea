using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Tests.Sql.Scoring;

/// <summary>The history of scores, as sales tools read it from the table of the requirements.</summary>
public abstract class LeadScoresContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task SaveAsync_AnyScore_IsKeptToTheCent()
    {
        var number = 0;
        await Gen.Int[0, 99_999].SampleAsync(
            async cents =>
            {
                var user = $"p{Interlocked.Increment(ref number)}";
                await SaveAsync(Scores.Of(user, cents / 100m));
                Assert.Equal([cents / 100m], await Store.RowsAsync<decimal>("select score from lead_scores where user_id = @user", new { user }));
            },
            iter: 100, threads: 1);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(19.99)]
    [InlineData(20.0)]
    [InlineData(999.99)]
    public async Task SaveAsync_SameScoreAgain_AddsNoRow(double score)
    {
        await SaveAsync(Scores.Of("p", (decimal)score));
        await SaveAsync(Scores.Of("p", decimal.Round((decimal)score, 2) + 0.00m, at: Now.AddHours(1)));
        Assert.Equal(1, await Store.CountAsync("lead_scores"));
    }

    /// <summary>Beside people of former versions nothing says what their last score was.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SaveAsync_SameScoreOfSomebodyStored_AddsNoRow(bool lastIsKnown)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p")));
        await SaveAsync(Scores.Of("p", 20.00m));
        if (!lastIsKnown) await Store.Database.WriteAsync(transaction => transaction.ExecuteAsync("update people set scored_as = null"), Ending);
        await SaveAsync(Scores.Of("p", 20.0m, at: Now.AddHours(1)));
        await SaveAsync(Scores.Of("p", 20.01m, at: Now.AddHours(2)));
        Assert.Equal([20m, 20.01m], await Store.RowsAsync<decimal>("select score from lead_scores order by id"));
    }

    [Fact]
    public async Task SaveAsync_ACentMore_AddsARow()
    {
        await SaveAsync(Scores.Of("p", 19.98m));
        await SaveAsync(Scores.Of("p", 19.99m));
        Assert.Equal(2, await Store.CountAsync("lead_scores"));
    }

    [Fact]
    public async Task SaveAsync_OtherSegmentForTheSameScore_AddsARow()
    {
        await SaveAsync(Scores.Of("p", 20, LeadSegment.ColdLead));
        await SaveAsync(Scores.Of("p", 20, LeadSegment.WarmLead));
        Assert.Equal(["cold_lead", "warm_lead"], await Store.RowsAsync<string>("select segment from lead_scores order by id"));
    }

    [Fact]
    public async Task SaveAsync_BackToAnEarlierScore_AddsARow()
    {
        foreach (var score in new[] { 10m, 20m, 10m }) await SaveAsync(Scores.Of("p", score));
        Assert.Equal([10m, 20m, 10m], await Store.RowsAsync<decimal>("select score from lead_scores order by id"));
    }

    [Fact]
    public async Task SaveAsync_ScoreOfAnother_IsNotTakenForOnesOwn()
    {
        await SaveAsync(Scores.Of("p", 10), Scores.Of("P", 10), Scores.Of("q", 10));
        Assert.Equal(3, await Store.CountAsync("lead_scores"));
    }

    [Fact]
    public async Task SaveAsync_Receipt_IsKeptAsFactorsWithTheirValues()
    {
        var score = Scores.Of("p", 7).Score with { Receipt = [Scores.Line(Factor.PageViewsLast7d, 4), Scores.Line(Factor.TimeOnSiteAvg, 1m / 3)] };
        await SaveAsync(new PersonScore("p", score));

        using var factors = JsonDocument.Parse((await Store.RowsAsync<string>("select factors from lead_scores"))[0]);
        Assert.Equal(
            [("page_views_last_7d", 4m), ("time_on_site_avg", 0.333333m)],
            factors.RootElement.EnumerateObject().Select(factor => (factor.Name, factor.Value.GetDecimal())));
    }

    [Fact]
    public async Task SaveAsync_Instant_IsKeptInUtc()
    {
        var inDelhi = new DateTimeOffset(2026, 5, 14, 3, 30, 0, 123, TimeSpan.FromHours(5.5));
        await SaveAsync(Scores.Of("p", 7, at: inDelhi));
        Assert.Equal(inDelhi.UtcDateTime, (await Store.RowsAsync<DateTime>("select calculated_at from lead_scores"))[0]);
    }

    [Fact]
    public async Task SaveAsync_OneOfABatchCannotBeWritten_WritesNone()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p") with { ChangedAt = Now.AddHours(-1) }));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => SaveAsync(Scores.Of("p", 1), Scores.Of(null!, 2)));

        Assert.Equal(0, await Store.CountAsync("lead_scores"));
        Assert.Equal(["p"], await Store.Get<ILeadScores>().DueAsync(Now, "", 10, Ending));
    }

    [Fact]
    public async Task SaveAsync_Nobody_WritesNothing()
    {
        await SaveAsync();
        Assert.Equal(0, await Store.CountAsync("lead_scores"));
    }

    private Task SaveAsync(params IReadOnlyList<PersonScore> scores) => Store.Get<ILeadScores>().SaveAsync(scores, Ending);
}
