using System.Text.Json;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>Tells customers' endpoints of messages that could not be sent.</summary>
public sealed class FailureNews(IOutboundEvents events)
{
    /// <summary>Before it is written down that they failed: who dies in between tells it again, under the same id.</summary>
    public Task TellAsync(IReadOnlyList<MessageOutcome> outcomes, CancellationToken cancellationToken)
    {
        List<OutboundEvent> failed = [.. outcomes.Where(outcome => outcome.Status == MessageStatus.Failed).Select(Event)];
        return failed.Count == 0 ? Task.CompletedTask : events.RaiseAsync(failed, cancellationToken);
    }

    private static OutboundEvent Event(MessageOutcome outcome)
    {
        var message = outcome.Due.Message;
        var data = new DeliveryFailedData(
            message.MessageId, message.PersonId, message.Source, message.SourceId, message.Template, outcome.Channel, outcome.Reason ?? "", outcome.Detail,
            outcome.Attempts, outcome.At);
        return new OutboundEvent(
            OutboundEventTypes.DeliveryFailed, $"{message.MessageId}-{outcome.Attempts}", outcome.At,
            JsonSerializer.Serialize(data, OutboundJson.Default.DeliveryFailedData), message.PersonId);
    }
}
