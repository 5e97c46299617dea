using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Replay;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>What one turn of an orchestration changed.</summary>
internal sealed class Turn
{
    public required InstanceRow Instance { get; init; }

    /// <summary>Where its first line stands in the history.</summary>
    public required int FirstLine { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long At { get; init; }

    /// <summary>The turn, what happened, what was decided.</summary>
    public required IReadOnlyList<HistoryEvent> Lines { get; init; }

    /// <summary>The places in the inbox of the messages that have now happened, or do not count.</summary>
    public required IReadOnlyList<long> Taken { get; init; }

    public required IReadOnlyList<int> CanceledTimers { get; init; }

    public required string? CustomStatus { get; init; }

    public required bool IsSuspended { get; init; }

    /// <summary>Null while it runs.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>Null unless it begins anew.</summary>
    public required Renewed? Renewed { get; init; }

    /// <summary>Whether its sub-orchestrations end with it.</summary>
    public required bool EndsChildren { get; init; }

    public IEnumerable<HistoryEvent> Decisions => Lines.Where(line => line.IsDecision);
}
