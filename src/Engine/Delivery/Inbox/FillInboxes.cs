using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>Puts messages where people find them on the website, so that their next answer has them.</summary>
public sealed class FillInboxes(IInbox inbox, NewsOfPeople news)
{
    public async Task AddAsync(IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Count == 0) return;
        await inbox.AddAsync(messages, cancellationToken);
        news.Spread(messages.Select(message => message.PersonId).Distinct(StringComparer.Ordinal));
    }
}
