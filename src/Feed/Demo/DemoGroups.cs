using System.Buffers;
using System.Text.Json;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Demo;

/// <summary>The month as groups to send, written only as they are asked for.</summary>
internal static class DemoGroups
{
    /// <summary>
    /// What the webhook ids begin with. It leaves "now" out: the same plan sent again counts as sent before, today or tomorrow.
    /// </summary>
    public static string IdPrefix(DemoPlan plan) => $"demo_{plan.Seed}_{plan.People}_{plan.Items}_{plan.Events}_{plan.Days}";

    public static IEnumerable<EventGroup> Of(DemoMonth month, DemoPlan plan)
    {
        var builder = new GroupBuilder(IdPrefix(plan));
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        for (var number = 1; number <= month.Events.Count; number++)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            month.Events[number - 1].Write(writer);
            writer.Flush();
            var wireEvent = new WireEvent(month.Events[number - 1].Endpoint, buffer.WrittenMemory, number);
            if (builder.Add([wireEvent], new SourcePosition(number, 0)) is { } full) yield return full;
        }

        if (builder.Finish() is { } rest) yield return rest;
    }
}
