using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What was written down since, in the order of its ids: what is told to customers comes from here, and so none of it is lost.</summary>
public interface IChangeFeed
{
    Task<IReadOnlyList<CrossedThreshold>> CrossingsAsync(long afterId, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<ChangedScore>> ScoresAsync(long afterId, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<ChangedExperiment>> ExperimentsAsync(long afterId, int limit, CancellationToken cancellationToken);

    /// <summary>The highest ids there are: of crossings, scores and versions.</summary>
    Task<(long Crossings, long Scores, long Versions)> NewestAsync(CancellationToken cancellationToken);
}
