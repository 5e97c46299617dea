using System.Diagnostics.Metrics;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>What became of messages to people.</summary>
internal static class DeliveryFigures
{
    private static readonly Counter<long> Deliveries = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.deliveries", unit: "{message}", description: "Messages that were due, by channel and what became of them.");

    public static void Note(IEnumerable<MessageOutcome> outcomes)
    {
        if (!Deliveries.Enabled) return;
        foreach (var same in outcomes.GroupBy(one => (one.Channel, one.Status, Reason: ReasonOf(one))))
        {
            Deliveries.Add(
                same.Count(),
                new KeyValuePair<string, object?>("channel", same.Key.Channel ?? "none"),
                new KeyValuePair<string, object?>("outcome", Word(same.Key.Status)),
                new KeyValuePair<string, object?>("reason", same.Key.Reason));
        }
    }

    private static string Word(string status) => status switch
    {
        MessageStatus.Waiting => "held",
        MessageStatus.Failed => "dead",
        _ => status,
    };

    /// <summary>What is not of our words is all one, so that no provider's words make a series.</summary>
    private static string ReasonOf(MessageOutcome outcome) => outcome.Reason is not { } reason ? "none" : MessageReasons.All.Contains(reason) ? reason : "other";
}
