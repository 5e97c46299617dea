using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Adapters.Tests.Sql.Scoring;

public abstract class ScoreOutcomesContract(IStores stores) : StoreContract(stores)
{
    private IScoreOutcomes Port => Store.Get<IScoreOutcomes>();

    [Fact]
    public async Task ConversionsAsync_Several_IsTheFirstThatTheCdpToldOf()
    {
        await Store.WriteAsync(Facts.Nothing with
        {
            Conversions =
            [
                Facts.Conversion("b", 1) with { EventId = "1", Source = "cdp", Goal = "deal", OccurredAt = Now.AddHours(2) },
                Facts.Conversion("b", 1) with { EventId = "2", Source = "cdp", Goal = "trial", OccurredAt = Now.AddHours(1) },
                Facts.Conversion("c", 1) with { EventId = "3", Source = "frontend", OccurredAt = Now },
                Facts.Conversion("d", 1) with { EventId = "4", OccurredAt = Now },
            ],
        });

        Assert.Equal([KeyValuePair.Create("b", Now.AddHours(1))], await Port.ConversionsAsync(["a", "b", "c"], null, Ending));
        Assert.Equal([KeyValuePair.Create("b", Now.AddHours(2))], await Port.ConversionsAsync(["a", "b", "c"], "deal", Ending));
        Assert.Empty(await Port.ConversionsAsync(["b"], "other", Ending));
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
}
