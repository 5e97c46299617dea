using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>Shows somebody what waits for them. Somebody never seen has an empty inbox.</summary>
public sealed class ReadInbox(InboxOwners owners, IInbox inbox, TimeProvider time)
{
    public async Task<InboxPage> RunAsync(string userId, InboxQuestion question, CancellationToken cancellationToken)
    {
        if (await owners.FindAsync(userId, cancellationToken) is not { } person) return InboxPage.Empty;
        var now = time.GetUtcNow();
        return new InboxPage(await inbox.OfAsync(person, question, now, cancellationToken), await inbox.CountUnreadAsync(person, now, cancellationToken));
    }
}
