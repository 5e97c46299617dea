using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Replay;

/// <summary>A decision that waits for its answer, the JSON of a result.</summary>
internal sealed class Awaited(HistoryEvent decision) : TaskCompletionSource<string?>
{
    public HistoryEvent Decision => decision;

    public bool IsWork => decision.Kind is EventKind.ActivityScheduled or EventKind.ChildScheduled;
}
