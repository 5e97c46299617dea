using PersonalizationEngine.Engine.Delivery.Digests;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The windows over which messages of a topic to a person are gathered, and what was gathered.</summary>
public interface IDigests
{
    /// <summary>
    /// Lets a message join the open window, and opens one where there is none, in one transaction: with the first message of a
    /// window the message it becomes is planned, for the window's end, so that whatever dies later loses nothing. A window whose
    /// message is being sent takes nobody in any more: the next one does.
    /// </summary>
    /// <returns>The id of the digest; null for a message that would be stale by then, which goes by itself.</returns>
    Task<string?> JoinAsync(DigestQuestion question, CancellationToken cancellationToken);

    /// <summary>What was gathered for a digest, the oldest first.</summary>
    Task<IReadOnlyList<GatheredMessage>> OfAsync(string digestId, int limit, CancellationToken cancellationToken);
}
