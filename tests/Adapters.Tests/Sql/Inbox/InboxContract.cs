using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Inbox;

public abstract class InboxContract(IStores stores) : StoreContract(stores)
{
    private IInbox Messages => Store.Get<IInbox>();

    [Fact]
    public async Task Of_PageAfterPage_IsEverythingTheNewestFirst()
    {
        await AddAsync(Enumerable.Range(1, 7).Select(n => Message($"m{n}")));

        var (first, all) = (await PageAsync(null, 3), new List<string>());
        for (var page = first; page.Count > 0; page = await PageAsync(page[^1].Id, 3)) all.AddRange(page.Select(one => one.MessageId));

        Assert.Equal(["m7", "m6", "m5", "m4", "m3", "m2", "m1"], all);
        Assert.Equal("/m7", first[0].Content.Url);
    }

    [Fact]
    public async Task Add_TheSameTwice_IsThereOnce()
    {
        await AddAsync([Message("m")]);
        await AddAsync([Message("m"), Message("n")]);

        Assert.Equal(2, await UnreadAsync());
    }

    [Fact]
    public async Task Glance_IsTheNewestUnreadAndTheCountOfAll()
    {
        Assert.Same(InboxGlance.Empty, await Messages.GlanceAsync("anna", Now, Ending));
        await AddAsync([.. Enumerable.Range(1, 8).Select(n => Message($"m{n}")), Message("gone") with { ExpiresAt = Now }, Message("of bert") with { PersonId = "bert" }]);
        await Messages.MarkAsync("anna", "m8", dismissed: false, Now, Ending);

        var glance = await Messages.GlanceAsync("anna", Now, Ending);

        Assert.Equal(["m7", "m6", "m5", "m4", "m3"], glance.Messages.Select(one => one.MessageId));
        Assert.Equal((7, 7), (glance.Unread, await UnreadAsync()));
    }

    [Fact]
    public async Task Mark_ReadAndDismissed_ShowsInTheList_AndNobodyElseCan()
    {
        await AddAsync([Message("read"), Message("dismissed"), Message("new")]);

        Assert.False(await Messages.MarkAsync("bert", "new", dismissed: true, Now, Ending));
        Assert.False(await Messages.MarkAsync("anna", "none", dismissed: true, Now, Ending));
        Assert.True(await Messages.MarkAsync("anna", "read", dismissed: false, Now, Ending));
        Assert.True(await Messages.MarkAsync("anna", "read", dismissed: false, Now.AddHours(1), Ending));
        Assert.True(await Messages.MarkAsync("anna", "dismissed", dismissed: true, Now, Ending));

        Assert.Equal([("new", null), ("read", Now)], (await PageAsync(null, 9)).Select(one => (one.MessageId, one.ReadAt)));
        Assert.Equal("new", Assert.Single(await Messages.OfAsync("anna", new InboxQuestion(UnreadOnly: true, null, 9), Now, Ending)).MessageId);
    }

    [Fact]
    public async Task Mark_TheFirstTime_OpensTheDelivery()
    {
        var (one, two) = (await DeliverAsync(1), await DeliverAsync(2));
        await AddAsync([Message(one), Message(two), Message("expired") with { ExpiresAt = Now }]);

        await Messages.MarkAsync("anna", one, dismissed: false, Now, Ending);
        var marked = await Messages.MarkAllReadAsync("anna", Now.AddHours(1), Ending);
        var again = await Messages.MarkAllReadAsync("anna", Now.AddHours(2), Ending);

        Assert.Equal((1, 0, 0), (marked, again, await UnreadAsync()));
        Assert.Equal((Now, Now.AddHours(1)), (await OpenedAsync(one), await OpenedAsync(two)));
    }

    private static InboxMessage Message(string id) => new(id, "anna", null, new MessageContent($"Text of {id}") { Url = $"/{id}" }, 50, Now, Now.AddDays(3));

    private Task AddAsync(IEnumerable<InboxMessage> messages) => Messages.AddAsync([.. messages], Ending);

    private Task<int> UnreadAsync() => Messages.CountUnreadAsync("anna", Now, Ending);

    private Task<IReadOnlyList<InboxMessage>> PageAsync(long? before, int limit) =>
        Messages.OfAsync("anna", new InboxQuestion(UnreadOnly: false, before, limit), Now, Ending);

    /// <returns>The message's id.</returns>
    private async Task<string> DeliverAsync(long occurrence)
    {
        var id = MessageIds.Of(DeliverySources.Rule, 1, occurrence, "anna");
        await Store.RowsAsync<long>(
            "insert into deliveries (message_id, source, source_id, occurrence, chunk, person_id, template, priority, status, attempts, due_at, created_at, updated_at) "
            + "values (@id, 'rule', 1, @occurrence, 0, 'anna', 't', 50, 'sent', 1, 0, 0, 0)",
            new { id, occurrence });
        return id;
    }

    private async Task<DateTimeOffset?> OpenedAsync(string messageId) =>
        Assert.Single(await Store.Get<IDeliveries>().ListAsync(new DeliveryQuestion(null, 2) { MessageId = messageId }, Ending)).OpenedAt;
}
