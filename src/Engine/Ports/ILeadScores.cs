using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Stored scores with their history.</summary>
public interface ILeadScores
{
    /// <summary>Adds a row to the history of each person whose score or segment differs from their last row, and notes all as scored.</summary>
    Task SaveAsync(IReadOnlyList<PersonScore> scores, CancellationToken cancellationToken);

    /// <summary>
    /// People whose stored score may be out of date at that instant, because they changed since or because time changed it;
    /// ordered by id, after the given one.
    /// </summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, string afterPersonId, int limit, CancellationToken cancellationToken);
}
