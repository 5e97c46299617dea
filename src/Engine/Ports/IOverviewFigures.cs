using PersonalizationEngine.Engine.Overview.Outcomes;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Counts over many rows, for those who look at the whole. Asked once in a while, never for each request.</summary>
public interface IOverviewFigures
{
    /// <summary>Recommendations shown and clicked from an instant on, by day of UTC, the earliest first; days without any are missing.</summary>
    Task<IReadOnlyList<ClicksOfDay>> ClicksByDayAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Messages that were planned since an instant, by status, and how many of them since another, later one.</summary>
    Task<IReadOnlyList<StatusCount>> MessagesByStatusAsync(DateTimeOffset since, DateTimeOffset recent, CancellationToken cancellationToken);

    /// <summary>Messages that were given up since an instant and still wait for somebody to look.</summary>
    Task<long> GivenUpSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
