using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Live counters that a test can read, and take away.</summary>
internal sealed class LiveCountersInMemory : ILiveCounters
{
    public List<LiveAct> Acts { get; } = [];

    public bool CannotTell { get; set; }

    public void Add(IReadOnlyCollection<LiveAct> acts) => Acts.AddRange(acts);

    public void Merge(string fromPersonId, string toPersonId, DateTimeOffset now)
    {
        for (var i = 0; i < Acts.Count; i++)
            if (Acts[i].PersonId == fromPersonId) Acts[i] = Acts[i] with { PersonId = toPersonId };
    }

    public Task<LiveCounts?> ReadAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (CannotTell) return Task.FromResult<LiveCounts?>(null);
        var counts = new LiveCounts();
        foreach (var act in Acts.Where(act => act.PersonId == personId)) counts.Add(act.Factor, 1);
        return Task.FromResult<LiveCounts?>(counts);
    }
}
