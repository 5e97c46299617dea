using PersonalizationEngine.Engine.Delivery.Inbox;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The messages that wait for people on the website or in the app.</summary>
public interface IInbox
{
    /// <summary>Adds what is not there yet.</summary>
    Task AddAsync(IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>Those not dismissed and not expired, the newest first.</summary>
    Task<IReadOnlyList<InboxMessage>> OfAsync(string personId, InboxQuestion question, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The newest of those unread, and how many they are.</summary>
    Task<InboxGlance> GlanceAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many are neither read nor dismissed nor expired.</summary>
    Task<int> CountUnreadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Marks a message of a person as read, or as never to be shown again. The first time its delivery counts as opened.</summary>
    /// <returns>False when the person has no such message.</returns>
    Task<bool> MarkAsync(string personId, string messageId, bool dismissed, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Marks every message of a person as read that is shown to them.</summary>
    /// <returns>How many were unread.</returns>
    Task<int> MarkAllReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken);
}
