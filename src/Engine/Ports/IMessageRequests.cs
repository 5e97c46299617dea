using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Requests;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Messages that rules and score crossings asked for while people were decided about.</summary>
public interface IMessageRequests
{
    /// <summary>Plans messages for requests nobody took yet, in one transaction, so that each is planned once.</summary>
    /// <param name="plan">Pure; a request it answers null for is taken without a message.</param>
    /// <returns>How many requests were taken.</returns>
    Task<int> TakeAsync(int limit, Func<StoredRequest, PlannedMessage?> plan, DateTimeOffset now, CancellationToken cancellationToken);
}
