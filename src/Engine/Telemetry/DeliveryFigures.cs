using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>What became of messages to people.</summary>
internal static class DeliveryFigures
{
    private static readonly Counter<long> Deliveries = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.deliveries", unit: "{message}", description: "Messages that were due, by channel and what became of them.");

    /// <summary>Told by their names; all other reasons are one, so that no provider's words make a series.</summary>
    private static readonly FrozenSet<string> Reasons = FrozenSet.Create(
        StringComparer.Ordinal, "gave_up", "template_fault", "no_provider", "provider_slow", "expired", "no_channel", "address_gone");

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

    private static string ReasonOf(MessageOutcome outcome) => outcome.Reason is not { } reason ? "none" : Reasons.Contains(reason) ? reason : "other";
}
