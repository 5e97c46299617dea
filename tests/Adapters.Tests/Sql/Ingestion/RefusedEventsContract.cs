using CsCheck;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

public abstract class RefusedEventsContract(IStores stores) : StoreContract(stores)
{
    private IRefusedEvents Refused => Store.Get<IRefusedEvents>();

    [Fact]
    public async Task ListAsync_NothingWasRefused_IsEmpty()
    {
        Assert.Empty(await Refused.ListAsync(0, 10, Ending));
        Assert.Empty(await Refused.FindAsync([1], Ending));
        Assert.Empty(await Refused.FindAsync([], Ending));
    }

    [Fact]
    public async Task ListAsync_AnyRefusedEvent_ComesBackUnchanged()
    {
        var events = Gen.Select(
            Gen.Enum<EventSource>(), Anything.Text(300), Anything.Text(5000), Anything.Text(200), Anything.Text(200), Anything.Instant,
            (source, key, payload, field, reason, at) => new RefusedEvent(0, source, key, payload, field, reason, at));
        await events.SampleAsync(
            async one =>
            {
                await RefuseAsync(one);
                var kept = Assert.Single(await Refused.ListAsync(0, 10, Ending));
                Assert.Equal(one, kept with { Id = 0 });
                await Refused.RemoveAsync([kept.Id], Ending);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task ListAsync_PayloadWithANullCharacter_IsWhole()
    {
        await RefuseAsync(Facts.Refused("k", payload: "{\"a\":\"\0b\"}"));
        Assert.Equal("{\"a\":\"\0b\"}", Assert.Single(await Refused.ListAsync(0, 10, Ending)).Payload);
    }

    [Fact]
    public async Task ApplyAsync_EventRefusedAgain_ReplacesWhatWasKeptUnderTheSameId()
    {
        await RefuseAsync(Facts.Refused("k"));
        var first = Assert.Single(await Refused.ListAsync(0, 10, Ending));
        var again = first with { Payload = "[1]", Field = "", Reason = "is no object", ReceivedAt = Now.AddHours(1) };
        await RefuseAsync(again);
        Assert.Equal(again, Assert.Single(await Refused.ListAsync(0, 10, Ending)));
    }

    [Fact]
    public async Task ApplyAsync_SameKeyOfAnotherSourceOrCase_IsAnotherEvent()
    {
        await RefuseAsync(Facts.Refused("k"), Facts.Refused("k", source: EventSource.Rybbit), Facts.Refused("K"));
        Assert.Equal(3, (await Refused.ListAsync(0, 10, Ending)).Count);
    }

    [Fact]
    public async Task ListAsync_PagesWhileMoreAreRefused_HaveNoGapAndNoDouble()
    {
        await RefuseAsync([.. Enumerable.Range(0, 5).Select(number => Facts.Refused($"k{number}"))]);
        var seen = new List<string>();
        for (long cursor = 0; await Refused.ListAsync(cursor, 3, Ending) is { Count: > 0 } page; cursor = page[^1].Id)
        {
            seen.AddRange(page.Select(one => one.Key));
            if (seen.Count < 7) await RefuseAsync(Facts.Refused($"k{seen.Count + 5}"), Facts.Refused("k0"));
        }

        Assert.Equal(["k0", "k1", "k2", "k3", "k4", "k8", "k11"], seen);
    }

    [Fact]
    public async Task FindAsync_SomeAreGone_GivesTheRestInOrder()
    {
        await RefuseAsync([.. Enumerable.Range(0, 1000).Select(number => Facts.Refused($"k{number}"))]);
        var ids = (await Refused.ListAsync(0, 1000, Ending)).Select(one => one.Id).ToList();
        await Refused.RemoveAsync([ids[3], ids[500], ids[3]], Ending);

        var found = (await Refused.FindAsync([.. ids.AsEnumerable().Reverse(), long.MaxValue], Ending)).Select(one => one.Id);

        Assert.Equal(ids.Except([ids[3], ids[500]]), found);
    }

    [Fact]
    public async Task ListAsync_NewestWasRemoved_TheNextOneHasAHigherId()
    {
        await RefuseAsync(Facts.Refused("a"));
        var first = Assert.Single(await Refused.ListAsync(0, 10, Ending));
        await Refused.RemoveAsync([first.Id], Ending);
        await RefuseAsync(Facts.Refused("b"));
        Assert.Single(await Refused.ListAsync(first.Id, 10, Ending));
    }

    private async Task RefuseAsync(params IReadOnlyList<RefusedEvent> refused) =>
        await Store.Get<IIngestionStore>().ApplyAsync(Facts.AskNothing, _ => Facts.Nothing, refused, Ending);
}
