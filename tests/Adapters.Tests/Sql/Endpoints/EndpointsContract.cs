using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Endpoints;

public abstract class EndpointsContract(IStores stores) : StoreContract(stores)
{
    private static readonly EndpointDefinition Hooks = new(new Uri("https://hooks.example.com/a?b=c"), ["score.crossed", "segment.changed"], "CRM", true);

    private ICustomerEndpoints Endpoints => Store.Get<ICustomerEndpoints>();

    private IEndpointMessages Messages => Store.Get<IEndpointMessages>();

    [Fact]
    public async Task Endpoint_AddedChangedRotatedAndRemoved_IsAsItWasLeft()
    {
        var added = await Endpoints.AddAsync(Hooks, "whsec_1", Now, Ending);
        Assert.Equal((Hooks.Url, "whsec_1", true, Now), (added.Definition.Url, added.Secret, added.Definition.IsEnabled, added.CreatedAt));
        Assert.Equal(Hooks.EventTypes, added.Definition.EventTypes);

        var rotated = await Endpoints.RotateAsync(added.Id, "whsec_2", Now.AddDays(1), Now, Ending);
        Assert.Equal(("whsec_2", "whsec_1", Now.AddDays(1)), (rotated!.Secret, rotated.OldSecret, rotated.OldSecretUntil));

        Assert.True(await Endpoints.DisableAsync(added.Id, DisabledReasons.Failing, Now.AddDays(5), Ending));
        Assert.False(await Endpoints.DisableAsync(added.Id, DisabledReasons.Gone, Now.AddDays(6), Ending));
        var disabled = (await Endpoints.FindAsync(added.Id, Ending))!;
        Assert.Equal((false, DisabledReasons.Failing, Now.AddDays(5)), (disabled.Definition.IsEnabled, disabled.DisabledReason, disabled.DisabledAt));

        var enabled = (await Endpoints.ReplaceAsync(added.Id, Hooks with { EventTypes = [], Description = null }, Now.AddDays(7), Ending))!;
        Assert.Equal((true, null, null, null), (enabled.Definition.IsEnabled, enabled.DisabledReason, enabled.FailingSince, enabled.Definition.Description));
        Assert.Empty(enabled.Definition.EventTypes);

        Assert.True(await Endpoints.RemoveAsync(added.Id, Ending));
        Assert.False(await Endpoints.RemoveAsync(added.Id, Ending));
        Assert.Empty(await Endpoints.ListAsync(0, 10, Ending));
        Assert.Null(await Endpoints.ReplaceAsync(added.Id, Hooks, Now, Ending));
    }

    [Fact]
    public async Task Messages_OfOneEvent_AreKeptOnceForEachEndpoint()
    {
        var (one, two) = (await AddAsync(), await AddAsync());

        await Messages.AddAsync([New(one, "e1"), New(two, "e1")], Ending);
        await Messages.AddAsync([New(one, "e1"), New(one, "E1"), New(one, "e1") with { EventType = "other" }], Ending);

        Assert.Equal(3, (await Messages.ListAsync(one, null, long.MaxValue, 10, Ending)).Count);
        Assert.Single(await Messages.ListAsync(two, null, long.MaxValue, 10, Ending));
    }

    [Fact]
    public async Task Take_WhatIsDue_IsNotTakenTwiceUntilTheLeaseEnds()
    {
        var endpoint = await AddAsync();
        await Messages.AddAsync([New(endpoint, "e1"), New(endpoint, "e2"), New(endpoint, "e3") with { At = Now.AddHours(1) }], Ending);
        Assert.Equal([endpoint], await Messages.DueEndpointsAsync(Now, Ending));

        var taken = await Messages.TakeAsync(endpoint, Now, Now.AddMinutes(2), 10, Ending);

        Assert.Equal(2, taken.Count);
        Assert.Equal(("{}", 0, "msg_e1"), (taken[0].Payload, taken[0].Attempts, taken[0].MessageId));
        Assert.Empty(await Messages.TakeAsync(endpoint, Now, Now.AddMinutes(2), 10, Ending));
        Assert.Empty(await Messages.DueEndpointsAsync(Now, Ending));
        Assert.Equal(2, (await Messages.TakeAsync(endpoint, Now.AddMinutes(2), Now.AddMinutes(4), 10, Ending)).Count);
    }

    [Fact]
    public async Task Take_ByManyAtOnce_GivesEachMessageToOne()
    {
        var endpoint = await AddAsync();
        await Messages.AddAsync([.. Enumerable.Range(0, 60).Select(n => New(endpoint, $"e{n}"))], Ending);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Messages.TakeAsync(endpoint, Now, Now.AddMinutes(2), 10, Ending))));

        var ids = taken.SelectMany(batch => batch.Select(message => message.Id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Settle_FailedThenDelivered_TellsSinceWhenTheEndpointFails()
    {
        var endpoint = await AddAsync();
        await Messages.AddAsync([New(endpoint, "e1")], Ending);
        var message = Assert.Single(await Messages.TakeAsync(endpoint, Now, Now.AddMinutes(2), 10, Ending));

        await Messages.SettleAsync(
            endpoint, [new SettledMessage(message, EndpointMessageStatus.Waiting, 1, Now.AddSeconds(5), new EndpointAttempt(Now, 500, "failed", TimeSpan.FromSeconds(1)))], Ending);
        Assert.Equal(Now, (await Endpoints.FindAsync(endpoint, Ending))!.FailingSince);
        Assert.Empty(await Messages.TakeAsync(endpoint, Now.AddSeconds(4), Now.AddMinutes(2), 10, Ending));
        message = Assert.Single(await Messages.TakeAsync(endpoint, Now.AddSeconds(5), Now.AddMinutes(2), 10, Ending));
        Assert.Equal(1, message.Attempts);

        await Messages.SettleAsync(
            endpoint, [new SettledMessage(message, EndpointMessageStatus.Delivered, 2, null, new EndpointAttempt(Now.AddSeconds(6), 200, null, TimeSpan.Zero))], Ending);
        var known = (await Endpoints.FindAsync(endpoint, Ending))!;
        Assert.Equal((null, Now.AddSeconds(6)), (known.FailingSince, known.DeliveredAt));
        var kept = Assert.Single(await Messages.ListAsync(endpoint, EndpointMessageStatus.Delivered, long.MaxValue, 10, Ending));
        Assert.Equal((2, 200, null, null), (kept.Attempts, kept.HttpStatus, kept.Reason, kept.DueAt));
    }

    [Fact]
    public async Task Replay_OneFailedOrAllSince_WaitAgainFromTheFirstAttempt()
    {
        var endpoint = await AddAsync();
        await Messages.AddAsync([New(endpoint, "old") with { At = Now.AddDays(-2) }, New(endpoint, "dead"), New(endpoint, "done"), New(endpoint, "waiting")], Ending);
        foreach (var message in await Messages.TakeAsync(endpoint, Now, Now.AddMinutes(2), 10, Ending))
        {
            var status = message.MessageId switch { "msg_done" => EndpointMessageStatus.Delivered, "msg_waiting" => EndpointMessageStatus.Waiting, _ => EndpointMessageStatus.Dead };
            var reason = status == EndpointMessageStatus.Delivered ? null : "failed";
            await Messages.SettleAsync(
                endpoint, [new SettledMessage(message, status, 8, status == EndpointMessageStatus.Waiting ? Now.AddHours(1) : null, new EndpointAttempt(Now, 500, reason, TimeSpan.Zero))],
                Ending);
        }

        var later = Now.AddHours(2);
        var dead = await Messages.ListAsync(null, EndpointMessageStatus.Dead, long.MaxValue, 10, Ending);
        Assert.Equal(["msg_dead", "msg_old"], dead.Select(message => message.MessageId));
        Assert.Equal(0, await Messages.ReplayAsync(new ReplayChoice(endpoint + 1, null, Now.AddDays(-9), OnlyDead: false), later, Ending));
        Assert.Equal(1, await Messages.ReplayAsync(new ReplayChoice(endpoint, null, Now.AddDays(-1), OnlyDead: true), later, Ending));
        Assert.Equal(1, await Messages.ReplayAsync(new ReplayChoice(null, dead[1].Id, null, OnlyDead: true), later, Ending));
        Assert.Equal(1, await Messages.ReplayAsync(new ReplayChoice(endpoint, null, Now.AddDays(-1), OnlyDead: false), later, Ending));
        var taken = await Messages.TakeAsync(endpoint, later, later.AddMinutes(2), 10, Ending);
        Assert.Equal(["msg_dead", "msg_done", "msg_old", "msg_waiting"], taken.Select(message => message.MessageId).Order(StringComparer.Ordinal));
        Assert.All(taken.Where(message => message.MessageId != "msg_waiting"), message => Assert.Equal(0, message.Attempts));
    }

    [Fact]
    public async Task Disable_WithMessagesWaiting_GivesThemUpUntilTheyAreAskedForAgain()
    {
        var endpoint = await AddAsync();
        await Messages.AddAsync([New(endpoint, "e1")], Ending);

        await Endpoints.DisableAsync(endpoint, DisabledReasons.Gone, Now, Ending);

        Assert.Equal("endpoint_disabled", Assert.Single(await Messages.ListAsync(endpoint, EndpointMessageStatus.Dead, long.MaxValue, 10, Ending)).Reason);
        Assert.Empty(await Messages.DueEndpointsAsync(Now.AddDays(1), Ending));
    }

    private static NewMessage New(long endpoint, string eventId) => new(endpoint, eventId, "score.crossed", $"msg_{eventId}", "anna", "{}", Now);

    private async Task<long> AddAsync() => (await Endpoints.AddAsync(Hooks, "whsec_1", Now, Ending)).Id;
}
