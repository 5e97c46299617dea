namespace EmbeddedHost.Durable.Histories;

/// <summary>An activity that has no result yet, or a timer that has not fired.</summary>
internal sealed record PendingWork(string Id, long Run, HistoryEvent Decision);
