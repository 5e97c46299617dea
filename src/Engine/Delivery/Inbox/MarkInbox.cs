using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>Takes what somebody did with what waits for them, so that the next answer goes by it. Doing it twice is doing it once.</summary>
public sealed class MarkInbox(InboxOwners owners, IInbox inbox, NewsOfPeople news, TimeProvider time)
{
    /// <param name="dismissed">It is never to be shown again, besides.</param>
    /// <returns>How many are unread now; null when the person has no such message.</returns>
    public async Task<int?> OneAsync(string userId, string messageId, bool dismissed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await owners.FindAsync(userId, cancellationToken) is not { } person) return null;
        if (!await inbox.MarkAsync(person, messageId, dismissed, now, cancellationToken)) return null;
        news.Spread([person]);
        return await inbox.CountUnreadAsync(person, now, cancellationToken);
    }

    /// <summary>Everything there is has been read.</summary>
    /// <returns>How many are unread now.</returns>
    public async Task<int> AllAsync(string userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await owners.FindAsync(userId, cancellationToken) is not { } person) return 0;
        if (await inbox.MarkAllReadAsync(person, now, cancellationToken) > 0) news.Spread([person]);
        return await inbox.CountUnreadAsync(person, now, cancellationToken);
    }
}
