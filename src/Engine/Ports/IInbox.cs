using PersonalizationEngine.Engine.Delivery.Inbox;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The messages that wait for people on the website or in the app.</summary>
public interface IInbox
{
    /// <summary>Adds what is not there yet.</summary>
    Task AddAsync(IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>Those not dismissed and not expired, the newest first.</summary>
    /// <param name="unreadOnly">Without those that were read.</param>
    Task<IReadOnlyList<InboxMessage>> OfAsync(string personId, bool unreadOnly, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Marks a message of a person as read, or as never to be shown again.</summary>
    /// <returns>False when the person has no such message.</returns>
    Task<bool> MarkAsync(string personId, string messageId, bool dismissed, DateTimeOffset now, CancellationToken cancellationToken);
}
