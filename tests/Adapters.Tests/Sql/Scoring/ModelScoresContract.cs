using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Crossings;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Adapters.Tests.Sql.Scoring;

/// <summary>Where people stand by models: who is due, and that a crossing asks for one message once, whoever notes it.</summary>
public abstract class ModelScoresContract(IStores stores) : StoreContract(stores)
{
    private const long Model = 7;

    private IModelScores Scores => Store.Get<IModelScores>();

    [Fact]
    public async Task DueAsync_NeverLookedAt_IsDueWithWhatIsKnown()
    {
        await WriteAsync("p");
        await Store.WriteAsync(Facts.Of(new ConsentRecord("p", "email", true, Now)));
        var due = Assert.Single(await DueAsync(Now));
        Assert.Equal(("p", null, true), (due.Person.Person.PersonId, due.Standing, Assert.Single(due.Person.Consents).Granted));
    }

    [Fact]
    public async Task SaveAsync_Standing_ComesBackAndIsNotDue()
    {
        await WriteAsync("p");
        Assert.Equal(1, await Scores.SaveAsync(Model, [Looked("p")], Ending));
        Assert.Empty(await DueAsync(Now));

        var standing = (await Scores.FindAsync(Model, "p", Ending))!.Standing!;
        Assert.Equal((1, 1L, Now), (standing.ModelVersion, standing.Revision, standing.EvaluatedAt));
        Assert.Equal(States(2), standing.States);
        Assert.Null((await Scores.FindAsync(Model + 1, "p", Ending))!.Standing);
        Assert.Null(await Scores.FindAsync(Model, "nobody", Ending));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task DueAsync_TimeBringsAThreshold_IsDueFromThen(int milliseconds, bool isDue)
    {
        await WriteAsync("p");
        await Scores.SaveAsync(Model, [Looked("p") with { DueAt = Now.AddDays(3) }], Ending);
        Assert.Equal(isDue ? 1 : 0, (await DueAsync(Now.AddDays(3).AddMilliseconds(milliseconds))).Count);
    }

    [Fact]
    public async Task DueAsync_AnotherVersionOrAChange_IsDue()
    {
        await WriteAsync("p");
        await Scores.SaveAsync(Model, [Looked("p")], Ending);
        Assert.Single(await Scores.DueAsync(Model, 2, Now, "", 10, Ending));
        await WriteAsync("p", Now.AddSeconds(1));
        Assert.Single(await DueAsync(Now));
    }

    [Fact]
    public async Task SaveAsync_Crossing_IsARowAndAMessageWithItsId()
    {
        await WriteAsync("p");
        await Scores.SaveAsync(Model, [Looked("p", Crossed("p", 1), Crossed("p", 2) with { Withheld = NotedCrossing.NoConsent }, Crossed("p", 3) with { Action = null })], Ending);

        var crossings = await Store.Get<IScoreHistory>().CrossingsAsync("p", Model, long.MaxValue, 10, Ending);
        Assert.Equal([Id("p", 3), Id("p", 2), Id("p", 1)], crossings.Select(crossing => crossing.CrossingId));
        Assert.Equal([null, "no_consent", null], crossings.Select(crossing => crossing.Withheld));
        Assert.Equal(("hot_lead", true, 51.25, Now.AddMinutes(-1)), (crossings[2].Segment, crossings[2].IsUp, crossings[2].Score, crossings[2].CrossedAt));
        Assert.Equal([Id("p", 1)], await Store.RowsAsync<string>("select idempotency_key from outbox where person_id = 'p'"));
    }

    [Fact]
    public async Task SaveAsync_ManyAtOnceOnWhatTheySaw_NoteItOnce()
    {
        await WriteAsync("p");
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Scores.SaveAsync(Model, [Looked("p", Crossed("p", 1))], Ending))));

        Assert.Equal(1, kept.Sum());
        Assert.Equal((1L, 1L, 1L), (await Store.CountAsync("score_crossings"), await Store.CountAsync("outbox"), (await Scores.FindAsync(Model, "p", Ending))!.Standing!.Revision));
    }

    /// <summary>As after a restore of an old standing: what was sent is not sent again.</summary>
    [Fact]
    public async Task SaveAsync_SameCrossingAgain_SendsNothingMore()
    {
        await WriteAsync("p");
        await Scores.SaveAsync(Model, [Looked("p", Crossed("p", 1))], Ending);
        await Store.Database.WriteAsync(transaction => transaction.ExecuteAsync("delete from model_scores"), Ending);
        Assert.Equal(1, await Scores.SaveAsync(Model, [Looked("p", Crossed("p", 1))], Ending));
        Assert.Equal((1L, 1L), (await Store.CountAsync("score_crossings"), await Store.CountAsync("outbox")));
    }

    [Fact]
    public async Task SaveAsync_OneOfThePageWasKeptByAnother_KeepsTheRest()
    {
        foreach (var person in new[] { "a", "b" }) await WriteAsync(person);
        await Scores.SaveAsync(Model, [Looked("a", Crossed("a", 1))], Ending);
        Assert.Equal(1, await Scores.SaveAsync(Model, [Looked("a", Crossed("a", 1)), Looked("b", Crossed("b", 1))], Ending));
        Assert.Equal(2, await Store.CountAsync("outbox"));
    }

    [Fact]
    public async Task ConversionsAsync_OfPeople_AreByPersonInTime()
    {
        await Store.WriteAsync(Facts.Nothing with { Conversions = [Facts.Conversion("a", 1), Facts.Conversion("b", 2)] });
        var found = await Store.Get<IScoreHistory>().ConversionsAsync(["a", "c"], Now.AddDays(-1), Ending);
        Assert.Equal([Now], found["a"]);
        Assert.Empty(found["b"].Concat(found["c"]));
    }

    [Fact]
    public async Task ScoresAsync_History_IsTheLatestFirstInPages()
    {
        await WriteAsync("p");
        foreach (var score in new[] { 10m, 20m, 30.25m }) await Store.Get<ILeadScores>().SaveAsync([Sql.Scores.Of("p", score)], Ending);
        var first = await Store.Get<IScoreHistory>().ScoresAsync("p", long.MaxValue, 2, Ending);
        Assert.Equal([30.25m, 20m], first.Select(past => past.Score));
        Assert.Equal([10m], (await Store.Get<IScoreHistory>().ScoresAsync("p", first[1].Id, 2, Ending)).Select(past => past.Score));
    }

    private static string Id(string person, long sequence) => CrossingIds.Of(Model, person, LeadSegment.HotLead, sequence);

    private static ThresholdState[] States(long sequence) =>
        [new(LeadSegment.WarmLead, true, null, 0), new(LeadSegment.HotLead, false, Now.AddHours(-1), sequence), new(LeadSegment.SalesReady, false, null, 0)];

    private static NotedCrossing Crossed(string person, long sequence) => new(
        Id(person, sequence), new ThresholdCrossing(LeadSegment.HotLead, true, sequence, Now.AddMinutes(-1), 51.25),
        new CrossingAction(LeadSegment.HotLead, true, CrossingAction.Webhook, "hot"), null);

    private static LookedAtLead Looked(string person, params NotedCrossing[] crossings) => new(
        person, new LeadStanding(1, States(2), Now, 0), new ModelScore(Now, 51.25, 51.25, 0, 51.25, LeadSegment.HotLead, "C1", null, []), null, crossings);

    private Task WriteAsync(string person, DateTimeOffset? changedAt = null) =>
        Store.WriteAsync(Facts.Of(Facts.Person(person) with { ChangedAt = changedAt ?? Now.AddDays(-1) }));

    private Task<IReadOnlyList<WatchedLead>> DueAsync(DateTimeOffset now) => Scores.DueAsync(Model, 1, now, "", 100, Ending);
}
