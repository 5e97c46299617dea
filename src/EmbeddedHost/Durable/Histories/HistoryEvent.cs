namespace EmbeddedHost.Durable.Histories;

/// <summary>One line of an orchestration's history.</summary>
/// <param name="Task">The place of the decision it is or answers, from 0; -1 for none.</param>
/// <param name="Name">Of the activity, orchestrator or event.</param>
/// <param name="Payload">JSON: an input, a result, a failure, an event's content.</param>
/// <param name="Target">The instance that a sub-orchestration becomes or an event goes to.</param>
/// <param name="At">UTC ticks: of a turn, or when a timer is due. Of a raised event: its place among the messages.</param>
internal sealed record HistoryEvent(
    EventKind Kind, int Task = -1, string? Name = null, string? Payload = null, string? Target = null, long At = 0)
{
    /// <summary>Whether the orchestrator's code asked for it.</summary>
    public bool IsDecision =>
        Kind is EventKind.ActivityScheduled or EventKind.TimerCreated or EventKind.ChildScheduled or EventKind.EventSent;
}
