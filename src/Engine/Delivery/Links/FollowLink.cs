using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>
/// Notes that a link of a message was followed, or that the message was opened. Whoever followed it is led on whatever becomes of
/// the note: a store that is down must not keep anybody from where they want to go.
/// </summary>
public sealed partial class FollowLink(IProviderEvents events, IngestEvents ingest, TimeProvider time, ILogger<FollowLink> logger)
{
    public Task ClickAsync(TrackedLink link, CancellationToken cancellationToken) => NoteAsync(
        link.MessageId, ActivityTypes.EmailClicked, link.Url, at => new MessageNews(link.MessageId) { ClickedAt = at, DeliveredAt = at }, cancellationToken);

    public Task OpenAsync(string messageId, CancellationToken cancellationToken) => NoteAsync(
        messageId, ActivityTypes.EmailOpened, null, at => new MessageNews(messageId) { OpenedAt = at, DeliveredAt = at }, cancellationToken);

    private async Task NoteAsync(
        string messageId, string type, string? url, Func<DateTimeOffset, MessageNews> news, CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            if (await events.MessagesAsync([messageId], [], cancellationToken) is not [{ Channel: not null } message, ..]) return;
            // Once for each link of a message, however often it is followed; scores count emails.
            if (message.Channel == "email")
                await ingest.TakeAsync(EventSource.Cdp, [EmailActivity.Of(type, now, message.PersonId, messageId, url)], cancellationToken);
            await events.SaveAsync([], [news(now)], [], [], now, cancellationToken);
        }
        catch (Exception exception)
        {
            Log.NotNoted(logger, messageId, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(642, LogLevel.Warning, "That message {MessageId} was opened or clicked could not be noted.")]
        public static partial void NotNoted(ILogger logger, string messageId, Exception exception);
    }
}
