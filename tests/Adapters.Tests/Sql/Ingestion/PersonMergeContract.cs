using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

/// <summary>Two people turn out to be one: everything of the first is the second's from then on.</summary>
public abstract class PersonMergeContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task ApplyAsync_Merge_LeavesOnePersonWhomAllIdsLeadTo()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")));
        await MergeAsync();

        Assert.Equal("to", (await Store.Get<IPeople>().FindAsync("from", Ending))?.Person.PersonId);
        Assert.Equal(["to"], await Store.RowsAsync<string>("select person_id from people"));
    }

    [Fact]
    public async Task ApplyAsync_Merge_MovesWhatWasDoneAndKeepsTheIdItCameWith()
    {
        await Store.WriteAsync(Facts.Of(Facts.Visit("from", Now), Facts.Visit("to", Now)) with { Conversions = [Facts.Conversion("from", 5)] });
        await Store.Get<IFeedbackStore>().SaveAsync([Reports.Impression("d") with { PersonId = "from" }], [], Now, Ending);
        await MergeAsync();

        Assert.Equal(2, await Store.Get<IBehaviourSource>().ReadAsync("to", Now, Ending).CountAsync(Ending));
        Assert.Equal(["from", "to"], await Store.RowsAsync<string>("select identity from events order by id"));
        Assert.Equal(["to"], await Store.RowsAsync<string>("select person_id from conversions"));
        Assert.Equal(["to"], await Store.RowsAsync<string>("select person_id from feedback"));
    }

    [Fact]
    public async Task ApplyAsync_Merge_MovesMessagesAndAsksForTheSameOneOnce()
    {
        await Store.Get<IExposureStore>().SaveAsync(
            [],
            [
                new MessageRequest(1, "from", "email", "t", 5, Now), new MessageRequest(1, "to", "email", "t", 5, Now),
                new MessageRequest(2, "from", "email", "t", 5, Now),
            ],
            Ending);
        await MergeAsync();

        Assert.Equal([(1L, "to"), (2L, "to")], await Store.RowsAsync<(long, string)>("select rule_id, person_id from outbox order by rule_id"));
    }

    [Fact]
    public async Task ApplyAsync_Merge_MovesTheHistoryOfScores()
    {
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("from", 12), Scores.Of("to", 30)], Ending);
        await MergeAsync();
        Assert.Equal(["to", "to"], await Store.RowsAsync<string>("select user_id from lead_scores"));
    }

    [Fact]
    public async Task ApplyAsync_MergeOfSomebodyScoredLater_NextScoreIsHeldAgainstTheirs()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")));
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("to", 30)], Ending);
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("from", 12)], Ending);
        await MergeAsync();
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("to", 30)], Ending);
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("to", 30)], Ending);
        Assert.Equal([30m, 12m, 30m], await Store.RowsAsync<decimal>("select score from lead_scores order by id"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public async Task ApplyAsync_MergeOfTwoWordsOnAPurpose_KeepsTheLaterAndTheOwnOfEqual(int hoursLater, bool granted)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")) with
        {
            Consents = [new ConsentRecord("from", "email", true, Now.AddHours(hoursLater)), new ConsentRecord("to", "email", false, Now)],
        });
        await MergeAsync();
        Assert.Equal(granted, Assert.Single((await Store.Get<IPeople>().FindAsync("to", Ending))!.Consents).Granted);
    }

    [Fact]
    public async Task ApplyAsync_MergeOfWordsOnDifferentPurposes_KeepsAll()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")) with
        {
            Consents = [new ConsentRecord("from", "email", true, Now), new ConsentRecord("to", "sms", false, Now)],
        });
        await MergeAsync();

        var consents = (await Store.Get<IPeople>().FindAsync("to", Ending))!.Consents;
        Assert.Equal([("email", true), ("sms", false)], consents.Select(word => (word.Purpose, word.Granted)).Order());
    }

    [Fact]
    public async Task ApplyAsync_MergeOfTwoExposures_KeepsBothVariantsSinceThePersonSawBoth()
    {
        await Store.Get<IExposureStore>().SaveAsync(
            [new(1, "from", "a", Now), new(1, "to", "b", Now), new(2, "from", "a", Now), new Exposure(3, "to", "c", Now)], [], Ending);
        await MergeAsync();
        Assert.Equal(
            [("to", 1, "a"), ("to", 1, "b"), ("to", 2, "a"), ("to", 3, "c")],
            await Store.RowsAsync<(string, long, string)>("select person_id, experiment_id, variant from exposures order by experiment_id, variant"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task ApplyAsync_MergeOfTwoExposuresToOneVariant_KeepsTheEarlierInstant(int hoursLater)
    {
        await Store.Get<IExposureStore>().SaveAsync([new(1, "from", "a", Now.AddHours(hoursLater)), new Exposure(1, "to", "a", Now)], [], Ending);
        await MergeAsync();
        Assert.Equal(
            [Math.Min(Now.ToUnixTimeMilliseconds(), Now.AddHours(hoursLater).ToUnixTimeMilliseconds())],
            await Store.RowsAsync<long>("select exposed_at from exposures"));
    }

    [Theory]
    [InlineData(-1, "a")]
    [InlineData(0, "b")]
    [InlineData(1, "b")]
    public async Task ApplyAsync_MergeOfTwoAssignments_KeepsTheEarlierAndTheOwnOfEqual(int hoursLater, string variant)
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")));
        await Store.Get<IExposureStore>().SaveAsync([new(1, "from", "a", Now.AddHours(hoursLater)), new Exposure(1, "to", "b", Now)], [], Ending);
        await MergeAsync();
        Assert.Equal([new KeptAssignment(1, 0, variant)], (await Store.Get<IPeople>().FindAsync("from", Ending))!.Kept);
    }

    [Fact]
    public async Task ApplyAsync_MergesInARow_EndInTheLastPerson()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("a"), Facts.Person("b"), Facts.Person("c")) with { Activities = [Facts.Visit("a", Now)] });
        await Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("a", "b", "x"), new PersonMerge("b", "c", "y")] });

        Assert.Equal("c", (await Store.Get<IPeople>().FindAsync("a", Ending))?.Person.PersonId);
        Assert.Equal(1, await Store.Get<IBehaviourSource>().ReadAsync("c", Now, Ending).CountAsync(Ending));
    }

    [Fact]
    public async Task ApplyAsync_Merge_MovesWhatItsOwnBatchWrote()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("from"), Facts.Person("to")) with
        {
            Activities = [Facts.Visit("from", Now)],
            Merges = [new PersonMerge("from", "to", "device")],
        });
        Assert.Equal(1, await Store.Get<IBehaviourSource>().ReadAsync("to", Now, Ending).CountAsync(Ending));
    }

    [Fact]
    public async Task ApplyAsync_Merge_IsTracedInTheAudit()
    {
        await MergeAsync();
        var id = (await Store.RowsAsync<long>("select id from merges"))[0];
        Assert.Equal(
            [("person.merged", "to", $$"""{"from":"from","because":"device","event":"","merge_id":{{id}}}""")],
            await Store.RowsAsync<(string, string, string)>("select action, subject, details from audit"));
    }

    private Task MergeAsync() => Store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge("from", "to", "device")] });
}
