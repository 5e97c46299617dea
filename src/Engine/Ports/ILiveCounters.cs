using PersonalizationEngine.Core.Profiles.Live;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>
/// Counts what people do within the hour. A convenience, not a ledger: what cannot be counted at once is not, and nothing
/// outlives the hour for long.
/// </summary>
public interface ILiveCounters
{
    /// <summary>Returns at once and never fails; whoever reads from then on finds the acts counted, unless they were lost.</summary>
    void Add(IReadOnlyCollection<LiveAct> acts);

    /// <summary>Two people turned out to be one. Returns at once and never fails.</summary>
    void Merge(string fromPersonId, string toPersonId, DateTimeOffset now);

    /// <returns>Null when it cannot be told now. Never fails but by the caller's cancellation, and never takes long.</returns>
    Task<LiveCounts?> ReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken);
}
