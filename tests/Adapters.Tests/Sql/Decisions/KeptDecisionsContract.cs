using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Decisions;

public abstract class KeptDecisionsContract(IStores stores) : StoreContract(stores)
{
    private IKeptDecisions Decisions => Store.Get<IKeptDecisions>();

    [Fact]
    public async Task FindAsync_AReceipt_IsAllThatWasKept()
    {
        var kept = Kept.Of("ada", "k1", Now.AddTicks(1));
        await Decisions.SaveAsync([kept], Ending);

        AssertSame(kept, (await Decisions.FindAsync("k1", Ending))!);
        Assert.Null(await Decisions.FindAsync("K1", Ending));
        Assert.Null(await Decisions.FindAsync("k2", Ending));
        Assert.Equal([("ada", "k1")], await Store.RowsAsync<(string, string)>("select person_id, decision_key from decision_receipts"));
    }

    [Fact]
    public async Task SaveAsync_ManyOfFewPlaybooks_KeepsEachPlaybookOnce()
    {
        await Decisions.SaveAsync([.. Enumerable.Range(0, 60).Select(i => Kept.Of("p", $"k{i}", Now.AddSeconds(i), playbook: i / 20))], Ending);
        await Decisions.SaveAsync([Kept.Of("p", "later", Now.AddDays(1), playbook: 2)], Ending);

        Assert.Equal((61, 3), (await Store.CountAsync("decision_receipts"), await Store.CountAsync("decision_playbooks")));
        foreach (var (key, version) in new[] { ("k19", 0L), ("k20", 1), ("k59", 2), ("later", 2) })
            Assert.Equal(version, (await Decisions.FindAsync(key, Ending))!.Playbook.Version);
    }

    [Fact]
    public async Task SaveAsync_OneThatIsThere_LeavesItAsItIs()
    {
        await Decisions.SaveAsync([Kept.Of("ada", "k", Now)], Ending);
        await Decisions.SaveAsync([Kept.Of("bob", "k", Now), Kept.Of("bob", "other", Now)], Ending);

        Assert.Equal("ada", (await Decisions.FindAsync("k", Ending))!.Receipt.Person.Profile.PersonId);
        Assert.NotNull(await Decisions.FindAsync("other", Ending));
    }

    [Fact]
    public async Task FindAsync_WhatCannotBeReadAnyMore_IsNotKept()
    {
        await Decisions.SaveAsync([Kept.Of("ada", "k", Now)], Ending);
        await Store.Database.WriteAsync(
            transaction => transaction.ExecuteAsync("update decision_receipts set receipt = @receipt", new { receipt = new byte[] { 0, 0, 0, 9, 1, 2, 3 } }), Ending);

        Assert.Null(await Decisions.FindAsync("k", Ending));
    }

    /// <summary>Member by member: records compare their lists by reference.</summary>
    private static void AssertSame(KeptDecision kept, KeptDecision found)
    {
        Assert.Equal((kept.Key, kept.Sources, kept.Model, kept.WasAsked), (found.Key, found.Sources, found.Model, found.WasAsked));
        Assert.True(kept.Playbook.IsLike(found.Playbook));
        var ((request, person, pinned, answer), read) = (kept.Receipt, found.Receipt);
        Assert.Equivalent(request with { Context = read.Request.Context }, read.Request, strict: true);
        Assert.Equal((request.Context, request.Now), (read.Request.Context, read.Request.Now));
        Assert.Equal<ItemCandidate>(pinned, read.Pinned);
        Assert.Equal(person.Attributes, read.Person.Attributes);
        Assert.Equal<ItemCandidate>(person.Candidates, read.Person.Candidates);
        Assert.Equal(person.Kept, read.Person.Kept);
        Assert.Equal(person.Score.Receipt, read.Person.Score.Receipt);
        Assert.Equal(person.Score with { Receipt = read.Person.Score.Receipt }, read.Person.Score);
        Assert.Equal((answer.Attributes, answer.Items[0], answer.Experiments[0]), (read.Answer.Attributes, read.Answer.Items[0], read.Answer.Experiments[0]));
        Assert.Equal(answer.Slots, read.Answer.Slots);
        Assert.Equal((answer.Messages[0], answer.Measured[0], "cta"), (read.Answer.Messages[0], read.Answer.Measured[0], read.Answer.Served[0]));
    }
}
