using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Adapters.Tests.Sql.Scoring;

public abstract class ScoreOutcomesContract(IStores stores) : StoreContract(stores)
{
    private IScoreOutcomes Port => Store.Get<IScoreOutcomes>();

    [Fact]
    public async Task PeopleAsync_Conversions_AreTheFirstThatTheCdpToldOf()
    {
        await WriteAsync("a", "b", "c");
        await Store.WriteAsync(Facts.Nothing with
        {
            Conversions =
            [
                Facts.Conversion("b", 1) with { EventId = "1", Source = "cdp", Goal = "deal", OccurredAt = Now.AddHours(2) },
                Facts.Conversion("b", 1) with { EventId = "2", Source = "cdp", Goal = "trial", OccurredAt = Now.AddHours(1) },
                Facts.Conversion("c", 1) with { EventId = "3", Source = "frontend", OccurredAt = Now },
            ],
        });

        Assert.Equal([("a", null), ("b", Now.AddHours(1)), ("c", null)], await ReadAsync(null));
        Assert.Equal(Now.AddHours(2), (await ReadAsync("deal"))[1].At);
        Assert.Null((await ReadAsync("other"))[1].At);

        async Task<List<(string Person, DateTimeOffset? At)>> ReadAsync(string? goal) =>
            [.. (await Port.PeopleAsync("", 10, goal, Ending)).Select(one => (one.PersonId, one.ConvertedAt))];
    }

    [Fact]
    public async Task PeopleAsync_Pages_FollowEachOther()
    {
        await WriteAsync("c", "a", "b");

        var first = await Port.PeopleAsync("", 2, null, Ending);
        var second = await Port.PeopleAsync(first[^1].PersonId, 2, null, Ending);

        Assert.Equal(["a", "b", "c"], first.Concat(second).Select(person => person.PersonId));
    }

    [Fact]
    public async Task ScoresAsync_Rows_ComeByPersonAndTimeWithTheirFactors()
    {
        var line = Scores.Line(Factor.EmailOpens, 3);
        await SaveAsync("b", 20, LeadSegment.WarmLead, Now.AddDays(-3));
        await SaveAsync("a", 19.99m, LeadSegment.ColdLead, Now.AddDays(-2), line);
        await SaveAsync("a", 80, LeadSegment.SalesReady, Now.AddDays(-1));
        await SaveAsync("x", 1, LeadSegment.ColdLead, Now.AddDays(-1));
        await SaveAsync("b", 1, LeadSegment.ColdLead, Now);

        var rows = new List<StoredScore>();
        await foreach (var row in Port.ScoresAsync(["b", "a"], Now, Ending)) rows.Add(row);

        Assert.Equal(
            [("a", 19.99m, LeadSegment.ColdLead, Now.AddDays(-2)), ("a", 80, LeadSegment.SalesReady, Now.AddDays(-1)), ("b", 20, LeadSegment.WarmLead, Now.AddDays(-3))],
            rows.Select(row => (row.PersonId, row.Score, row.Segment, row.At)));
        Assert.Equal([0, 0, 0, 0, 0, 3, 0, 0], rows[0].Factors);
        Assert.Equal(FactorNames.All.Count, rows[1].Factors.Count);
        Assert.Equal(Now.AddDays(-3), await Port.EarliestAsync(ScoreBasis.Stored, Ending));
    }

    [Fact]
    public async Task EarliestAsync_NothingThere_IsNothing()
    {
        Assert.Null(await Port.EarliestAsync(ScoreBasis.Stored, Ending));
        Assert.Null(await Port.EarliestAsync(ScoreBasis.Events, Ending));
    }

    private Task SaveAsync(string person, decimal score, LeadSegment segment, DateTimeOffset at, params IReadOnlyList<ReceiptLine> lines)
    {
        var scored = Scores.Of(person, score, segment, at);
        return Store.Get<ILeadScores>().SaveAsync([scored with { Score = scored.Score with { Receipt = lines } }], Ending);
    }

    private Task WriteAsync(params IEnumerable<string> people) => Store.WriteAsync(Facts.Of(people.Select(Facts.Person).ToArray()));
}
