using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class InboxInMemory : IInbox
{
    private readonly ConcurrentDictionary<string, InboxMessage> _messages = new(StringComparer.Ordinal);
    private long _last;

    public Task AddAsync(IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages) _messages.TryAdd(message.MessageId, message with { Id = Interlocked.Increment(ref _last) });
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<InboxMessage>> OfAsync(string personId, InboxQuestion question, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<InboxMessage>>(
            [.. Of(personId, now).Where(one => !question.UnreadOnly || one.ReadAt is null).Where(one => !(one.Id >= question.BeforeId)).Take(question.Limit)]);

    public Task<InboxGlance> GlanceAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unread = Of(personId, now).Where(one => one.ReadAt is null).ToList();
        return Task.FromResult(new InboxGlance([.. unread.Take(InboxGlance.Most)], unread.Count));
    }

    public Task<int> CountUnreadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(Of(personId, now).Count(one => one.ReadAt is null));

    public Task<bool> MarkAsync(string personId, string messageId, bool dismissed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_messages.TryGetValue(messageId, out var message) || message.PersonId != personId) return Task.FromResult(false);
        _messages[messageId] = message with { ReadAt = message.ReadAt ?? now, ExpiresAt = dismissed ? now : message.ExpiresAt };
        return Task.FromResult(true);
    }

    public Task<int> MarkAllReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unread = Of(personId, now).Where(one => one.ReadAt is null).ToList();
        foreach (var message in unread) _messages[message.MessageId] = message with { ReadAt = now };
        return Task.FromResult(unread.Count);
    }

    private IEnumerable<InboxMessage> Of(string personId, DateTimeOffset now) =>
        _messages.Values.Where(one => one.PersonId == personId && !(one.ExpiresAt <= now)).OrderByDescending(one => one.Id);
}
