using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Messages to people, from their planning to what became of them.</summary>
public interface IDeliveries
{
    /// <summary>Takes messages whose hour has come: those that wait, and those of senders who died. None of a campaign that is paused.</summary>
    Task<IReadOnlyList<DueMessage>> TakeAsync(DueQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// Decides about messages with everything that was sent to their people before, or is reserved, in one transaction: no two
    /// decisions about one person see the same free send. What is to be sent is reserved, what is not is stored as decided.
    /// </summary>
    /// <param name="since">How far back sends count.</param>
    /// <param name="decide">
    /// Pure, and may be asked more than once; is given the past sends by person, without those of the messages themselves, and
    /// answers for each message in turn.
    /// </param>
    Task<IReadOnlyList<ReservedSend>> ReserveAsync(
        IReadOnlyList<DueMessage> messages,
        DateTimeOffset now,
        DateTimeOffset since,
        Func<IReadOnlyDictionary<string, List<PastSend>>, IReadOnlyList<ReservedSend>> decide,
        CancellationToken cancellationToken);

    /// <summary>What was sent to people since an instant, or is reserved, that counts for caps.</summary>
    Task<IReadOnlyDictionary<string, List<PastSend>>> SendsAsync(IReadOnlyCollection<string> personIds, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Writes down what became of messages; one that was taken by somebody else since, or ended otherwise, keeps what it has.</summary>
    Task RecordAsync(IReadOnlyList<MessageOutcome> outcomes, CancellationToken cancellationToken);

    /// <summary>Messages by what is asked, the newest first.</summary>
    Task<IReadOnlyList<DeliveryRecord>> ListAsync(DeliveryQuestion question, CancellationToken cancellationToken);

    /// <summary>Sends dead letters again: those of ids, or all that failed since an instant.</summary>
    /// <returns>How many.</returns>
    Task<int> ReplayAsync(string? messageId, DateTimeOffset? failedSince, DateTimeOffset now, CancellationToken cancellationToken);
}
