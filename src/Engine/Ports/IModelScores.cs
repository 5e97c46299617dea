using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Where people stand by the scoring models, and the thresholds they crossed.</summary>
public interface IModelScores
{
    /// <summary>
    /// People who may have crossed a threshold of the model since they were looked at last: they changed, time brought them to one, or
    /// the model is another. Ordered by id, after the given one; without those deleted and not seen since.
    /// </summary>
    Task<IReadOnlyList<WatchedLead>> DueAsync(
        long modelId, int modelVersion, DateTimeOffset now, string afterPersonId, int limit, CancellationToken cancellationToken);

    /// <summary>One person, due or not; null when there is no such person.</summary>
    Task<WatchedLead?> FindAsync(long modelId, string personId, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps where people stand, with their crossings and the messages these ask for, all in one transaction. Who was kept by somebody
    /// else since is left as they are, and none of their crossings is noted.
    /// </summary>
    /// <returns>How many were kept.</returns>
    Task<int> SaveAsync(long modelId, IReadOnlyList<LookedAtLead> leads, CancellationToken cancellationToken);
}
