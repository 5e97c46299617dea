using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Replay;

/// <summary>Compares what an orchestrator's code asks for with what its history tells.</summary>
internal static class Departures
{
    /// <summary>Inputs and instants do not count, as on Azure.</summary>
    public static bool IsSame(HistoryEvent recorded, HistoryEvent asked) =>
        recorded.Kind == asked.Kind
        && string.Equals(recorded.Name, asked.Name, StringComparison.OrdinalIgnoreCase)
        && (recorded.Kind is EventKind.ActivityScheduled or EventKind.TimerCreated || recorded.Target == asked.Target);

    public static string Tell(HistoryEvent? recorded, HistoryEvent? asked)
    {
        var place = (recorded ?? asked)!.Task;
        return $"The orchestrator is not deterministic: its history has {Describe(recorded)} at {place}, the code asked for "
            + $"{Describe(asked)}. It must do the same at every replay; code that instances still run on must not change.";
    }

    private static string Describe(HistoryEvent? decision) => decision?.Kind switch
    {
        EventKind.ActivityScheduled => $"activity {decision.Name}",
        EventKind.TimerCreated => "a timer",
        EventKind.ChildScheduled => $"sub-orchestration {decision.Name} ({decision.Target})",
        EventKind.EventSent => $"event {decision.Name} to {decision.Target}",
        _ => "nothing",
    };
}
