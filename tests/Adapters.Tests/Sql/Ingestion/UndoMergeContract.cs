using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

/// <summary>Two people who became one are taken apart as if they had never met.</summary>
public abstract class UndoMergeContract(IStores stores) : StoreContract(stores)
{
    private readonly IStores _stores = stores;

    /// <summary>Any story of visits, words, conversions, merges and undoings ends where it ends without merges.</summary>
    [Fact]
    public Task UndoAsync_AnyStory_LeavesWhatWouldBeWithoutTheMerges() => MergeStory.Steps.SampleAsync(
        async steps =>
        {
            await using var merged = await _stores.NewAsync();
            await using var apart = await _stores.NewAsync();
            var (one, other) = (new MergeStory(merged, withMerges: true), new MergeStory(apart, withMerges: false));
            await one.RunAsync(steps);
            await other.RunAsync(steps);
            Assert.Equal(await other.TablesAsync(), await one.TablesAsync());
        },
        iter: 40,
        threads: 1);

    [Fact]
    public async Task UndoAsync_Twice_IsRefusedTheSecondTime()
    {
        var merge = await MergeAsync("ann", "bob");

        var undone = await Task.WhenAll(UndoAsync(merge), UndoAsync(merge));

        Assert.Single(undone, one => one.Refusal is null);
        Assert.Single(undone, one => one.Refusal is { } reason && reason.Contains("undone already"));
        Assert.Equal(1, (await Store.RowsAsync<long>("select count(*) from audit where action = 'person.unmerged'"))[0]);
    }

    [Fact]
    public async Task UndoAsync_ThatFailsAtItsEnd_ChangesNothing()
    {
        var merge = await MergeAsync("ann", "bob");

        await Assert.ThrowsAnyAsync<Exception>(() => Store.Get<IPersonMerges>().UndoAsync(merge, null!, Ending));

        Assert.Equal(["ann", "ann"], await Store.RowsAsync<string>("select person_id from identities"));
        Assert.Null((await UndoAsync(merge)).Refusal);
    }

    [Fact]
    public async Task UndoAsync_OfAMergeThatAnotherFollowed_NamesTheOneToUndoFirst()
    {
        var first = await MergeAsync("ann", "bob");
        var second = await MergeAsync("cat", "ann");

        Assert.Contains($"undo merge {second} first", (await UndoAsync(first)).Refusal);
        Assert.Null((await UndoAsync(second)).Refusal);
        Assert.Null((await UndoAsync(first)).Refusal);
    }

    [Fact]
    public async Task UndoAsync_OfSomebodyErasedSince_IsRefused()
    {
        var merge = await MergeAsync("ann", "bob");
        await Store.Database.WriteAsync(async transaction =>
        {
            await transaction.ExecuteAsync("delete from identities");
            await transaction.ExecuteAsync("delete from people");
        }, Ending);

        Assert.Contains("erased", (await UndoAsync(merge)).Refusal);
    }

    [Fact]
    public async Task UndoAsync_OfACustomerDeletedSince_IsRefused()
    {
        var merge = await MergeAsync("ann", "bob");
        await TellAsync(new CustomerDeleted("gone", Now, "ann"));

        Assert.Contains("deleted", (await UndoAsync(merge)).Refusal);
    }

    [Fact]
    public async Task UndoAsync_OfWhatIsNotThere_FindsNothing() => Assert.Null((await UndoAsync(99)).Merge);

    [Fact]
    public async Task Merge_ThatWasUndone_IsRefusedFromThenOn()
    {
        await UndoAsync(await MergeAsync("ann", "bob"));

        var again = await TellAsync(new IdentityLinked("again", Now, "ann", ["bob"]));

        Assert.Equal("TakenApart", $"{Assert.Single(again.RefusedLinks).Value.Reason}");
        Assert.Equal(["bob"], await Store.RowsAsync<string>("select person_id from identities where identity = 'bob'"));
    }

    [Fact]
    public async Task UndoAsync_DeliveriesAndFeedback_GoBackToWhoseTheyWere()
    {
        await TellAsync(new CustomerUpserted("c-bob", Now, "bob", AttributeMap.Empty, AttributeMap.Empty));
        await Store.Get<IFeedbackStore>().SaveAsync([Reports.Impression("d") with { PersonId = "bob" }], [], Now, Ending);
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("bob", 12)], Ending);
        await Store.Database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, channel, status, attempts, due_at, created_at, updated_at) "
                + "values ('msg_1', 'rule', 1, 0, 0, 'bob', 'hello', 50, 'email', 'sent', 1, 0, 0, 0)"), Ending);
        var merge = await MergeAsync("ann", "bob");

        Assert.Equal(["ann", "ann", "ann"], await OwnersAsync());
        await UndoAsync(merge);
        Assert.Equal(["bob", "bob", "bob"], await OwnersAsync());
    }

    [Fact]
    public async Task OfPersonAsync_TellsWhoCausedItAndTheTwoBefore()
    {
        var merge = await MergeAsync("ann", "bob");

        var noted = Assert.Single(await Store.Get<IPersonMerges>().OfPersonAsync("bob", long.MaxValue, 10, Ending));

        Assert.Equal((merge, "bob", "ann", "bob", "cdp", "link-ann-bob"), (noted.Id, noted.From, noted.To, noted.Because, noted.Source, noted.EventId));
        Assert.Equal("bob", noted.Before!.Value.GetProperty("from").GetProperty("person_id").GetString());
    }

    private async Task<IReadOnlyList<string>> OwnersAsync() =>
        await Store.RowsAsync<string>("select person_id from feedback union all select person_id from deliveries union all select user_id from lead_scores");

    private Task<Engine.Identity.Undoing.UndoneMerge> UndoAsync(long merge) => Store.Get<IPersonMerges>().UndoAsync(merge, "anna", Ending);

    private async Task<long> MergeAsync(string person, string alias)
    {
        foreach (var one in (string[])[person, alias])
            await TellAsync(new CustomerUpserted($"c-{one}", Now, one, AttributeMap.Empty, AttributeMap.Empty));
        await TellAsync(new IdentityLinked($"link-{person}-{alias}", Now, person, [alias]));
        return (await Store.RowsAsync<long>("select max(id) from merges"))[0];
    }

    private Task<IngestionPlan> TellAsync(IncomingEvent told) => Store.Get<IIngestionStore>().ApplyAsync(
        IngestionQuestion.Of(EventSource.Cdp, [told]),
        knowledge => IngestionPlanner.Plan(EventSource.Cdp, [told], knowledge, IngestionRules.Default, Now), [], Ending);
}
